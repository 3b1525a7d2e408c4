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
import { clusterVersionsView } from '@quarterdeck/backstage-plugin-fleet-common';
import {
  FleetTable,
  useView,
  ViewCard,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { useMemo } from 'react';
import { fleetTranslationRef } from '../../translation';
import { CardStack } from '../CardStack';
import { versionColumns } from './versionColumns';
import styles from './UpgradeStatusCard.module.css';
import { VersionSpread } from './VersionSpread';

const SKEW_POLICY =
  'https://kubernetes.io/releases/version-skew-policy/#kubelet';

/** Which versions the clusters and their nodes run, the oldest first, and whether these may run together. */
export function UpgradeStatusCard() {
  const { t } = useTranslationRef(fleetTranslationRef);
  const view = useView(clusterVersionsView);
  const columns = useMemo(() => versionColumns(t), [t]);
  const { summary } = view;
  return (
    <ViewCard
      view={view}
      permission="fleet.cluster.read"
      empty={{ title: t('upgrade.none'), text: t('upgrade.noneText') }}
      footer={
        <span className={styles.policy}>
          {t('upgrade.policy')}{' '}
          <a href={SKEW_POLICY} target="_blank" rel="noreferrer">
            {t('upgrade.policyLink')}
          </a>
        </span>
      }
    >
      {({ rows }) => (
        <CardStack
          above={
            summary &&
            summary.minors.length > 0 && (
              <VersionSpread minors={summary.minors} />
            )
          }
        >
          <FleetTable
            label={t('upgrade.title')}
            columns={columns}
            rows={rows}
            rowKey={clusterVersionsView.key}
          />
        </CardStack>
      )}
    </ViewCard>
  );
}
