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
import {
  CardMessage,
  useWhoami,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { fleetTranslationRef } from '../translation';

const EXAMPLE = `fleet:
  clusters:
    - type: kubeconfig
      path: ~/.kube/config`;

/** What stands in place of the dashboard while there is no cluster to show. */
export function NoClusters() {
  const { t } = useTranslationRef(fleetTranslationRef);
  const { whoami, loading } = useWhoami();
  if (loading) return undefined;
  // Only an administrator sees every cluster, so only for one does seeing none mean that there is none.
  return whoami?.admin ? (
    <CardMessage
      title={t('none.title')}
      text={t('none.text')}
      details={EXAMPLE}
    />
  ) : (
    <CardMessage title={t('none.hiddenTitle')} text={t('none.hiddenText')} />
  );
}
