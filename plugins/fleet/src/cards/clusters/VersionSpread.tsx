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
  clusterVersionsView,
  formatCount,
  ViewSummary,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { fleetTranslationRef } from '../../translation';
import styles from './UpgradeStatusCard.module.css';

/** How the fleet is spread over minor versions, oldest first. */
export function VersionSpread(props: {
  minors: ViewSummary<typeof clusterVersionsView>['minors'];
}) {
  const { minors } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  const most = {
    clusters: Math.max(1, ...minors.map(it => it.clusters)),
    nodes: Math.max(1, ...minors.map(it => it.nodes)),
  };
  return (
    <table className={styles.spread} aria-label={t('upgrade.spread')}>
      <thead>
        <tr>
          <th scope="col">{t('upgrade.minor')}</th>
          <th scope="col">{t('upgrade.servers')}</th>
          <th scope="col">{t('upgrade.kubelets')}</th>
        </tr>
      </thead>
      <tbody>
        {minors.map(({ minor, ...counts }) => (
          <tr key={minor}>
            <th scope="row">{minor}</th>
            {(['clusters', 'nodes'] as const).map(what => (
              <td key={what}>
                <span className={styles.count}>
                  {formatCount(counts[what])}
                </span>
                <span aria-hidden className={styles.track}>
                  <span
                    className={styles.amount}
                    style={{
                      inlineSize: `${(counts[what] / most[what]) * 100}%`,
                    }}
                  />
                </span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
