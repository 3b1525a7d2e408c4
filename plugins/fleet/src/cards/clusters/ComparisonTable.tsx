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
  ClusterLink,
  clusterTone,
  ObjectName,
  StatusChip,
  useFactWord,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { CSSProperties, useMemo } from 'react';
import { isLastKnown } from '../clusterHealthOrder';
import { fleetTranslationRef } from '../../translation';
import { ComparisonCell } from './ComparisonCell';
import styles from './ComparisonTable.module.css';
import {
  ComparedCluster,
  comparisonFigures,
  differs,
  largest,
} from './comparisonFigures';

/** A column for each cluster, a line for each figure; lines in which the clusters differ stand out. */
export function ComparisonTable(props: {
  clusters: readonly ComparedCluster[];
}) {
  const { clusters } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  const factWord = useFactWord();
  // Looked up once: there are as many as figures, and the table is drawn with every change of a cluster.
  const words = useMemo(
    () =>
      new Map(
        comparisonFigures.map(({ id }) => [id, t(`comparison.${id}`)] as const),
      ),
    [t],
  );
  return (
    <div
      className={styles.scroller}
      role="group"
      aria-label={t('comparison.title')}
      // Scrolled with the keyboard, so it must take the focus.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <table
        className={styles.table}
        aria-label={t('comparison.title')}
        style={{ '--clusters': clusters.length } as CSSProperties}
      >
        <thead>
          <tr>
            <th scope="col">{t('comparison.figure')}</th>
            {clusters.map(({ name, health }) => (
              <th key={name} scope="col">
                {health ? (
                  <ClusterLink name={name} title={health.title} brief />
                ) : (
                  <ObjectName name={name} />
                )}
              </th>
            ))}
          </tr>
          <tr>
            <th scope="row">{t('column.state')}</th>
            {clusters.map(({ name, health }) => (
              <td key={name}>
                {health ? (
                  <StatusChip
                    tone={clusterTone(health.state)}
                    word={t(`clusterState.${health.state}`)}
                    title={[health.message, health.advice]
                      .filter(Boolean)
                      .join('\n')}
                  />
                ) : (
                  <StatusChip
                    tone="unknown"
                    word={t('comparison.missing')}
                    title={t('comparison.missingHint')}
                  />
                )}
              </td>
            ))}
          </tr>
        </thead>
        <tbody>
          {comparisonFigures.map(figure => {
            const different = differs(figure, clusters);
            const word = words.get(figure.id)!;
            const most = largest(figure, clusters);
            return (
              <tr key={figure.id} data-differs={different || undefined}>
                <th scope="row">
                  {word}{' '}
                  {different && (
                    <span
                      role="img"
                      className={styles.mark}
                      aria-label={t('comparison.differs')}
                      title={t('comparison.differs')}
                    >
                      ≠
                    </span>
                  )}
                </th>
                {clusters.map(cluster => (
                  <td
                    key={cluster.name}
                    data-dim={
                      (cluster.health && isLastKnown(cluster.health)) ||
                      undefined
                    }
                  >
                    <ComparisonCell
                      figure={figure}
                      cluster={cluster}
                      most={most}
                      label={word}
                      word={text =>
                        figure.id === 'distribution'
                          ? factWord('distribution', text)
                          : text
                      }
                    />
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
