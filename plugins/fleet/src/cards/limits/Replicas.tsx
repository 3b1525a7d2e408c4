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
import { HorizontalPodAutoscalerRow } from '@quarterdeck/backstage-plugin-fleet-common';
import { fleetTranslationRef } from '../../translation';
import { shareOf } from '../capacityMeasures';
import { Meter } from '../Meter';
import styles from './limits.module.css';

/** The replicas of an autoscaler in what it may have at most; where they change, to how many. */
export function Replicas(props: { row: HorizontalPodAutoscalerRow }) {
  const { current, desired, min, max, status } = props.row;
  const { t } = useTranslationRef(fleetTranslationRef);
  const share = shareOf(current, max);
  const label = t('autoscalers.range', {
    current: String(current ?? '–'),
    desired: String(desired ?? '–'),
    min: String(min),
    max: String(max),
  });
  const moves = desired !== undefined && desired !== current;
  return (
    <span className={styles.replicas}>
      {share === undefined ? (
        <span />
      ) : (
        <Meter
          label={label}
          share={share}
          tone={status === 'At maximum' ? 'warning' : undefined}
        />
      )}
      <span className={styles.count} title={label}>
        {current ?? '–'}
        {moves && ` → ${desired}`}
        <span className={styles.muted}>/{max}</span>
      </span>
    </span>
  );
}
