/*
 * Copyright 2026 The Quarterdeck Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { clustersHealthView } from '@quarterdeck/backstage-plugin-fleet-common';
import {
  Hint,
  StatusChip,
  StatusTone,
  useView,
  ViewTransport,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { fleetTranslationRef } from '../translation';
import styles from './ConnectionState.module.css';

const tones: Record<ViewTransport | 'connecting', StatusTone> = {
  stream: 'healthy',
  poll: 'progress',
  offline: 'warning',
  connecting: 'unknown',
};

/** How the browser is connected to the backend. */
export function ConnectionState() {
  const { status, transport } = useView(clustersHealthView);
  const { t } = useTranslationRef(fleetTranslationRef);
  const state =
    status === 'loading' && transport !== 'offline' ? 'connecting' : transport;
  const word = t(`connection.${state}`);
  return (
    <span className={styles.state} role="status">
      <Hint label={word} text={t(`connection.${state}Hint`)}>
        <StatusChip tone={tones[state]} word={word} />
      </Hint>
    </span>
  );
}
