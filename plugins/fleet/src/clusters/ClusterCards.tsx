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
  CapacityRow,
  ClusterHealthRow,
  clusterPath,
  formatCount,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  Age,
  clusterTone,
  ObjectName,
  PlatformMark,
  StatusChip,
  useFactWord,
  useFleetPath,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { memo } from 'react';
import { Link } from 'react-router-dom';
import { isLastKnown } from '../cards/clusterHealthOrder';
import { Problems } from '../cards/Problems';
import { fleetTranslationRef } from '../translation';
import { CapacityBars } from './CapacityBars';
import styles from './ClusterCards.module.css';

interface ItemProps {
  row: ClusterHealthRow;
  capacity?: CapacityRow;
}

function ClusterCard({ row, capacity }: ItemProps) {
  const { t } = useTranslationRef(fleetTranslationRef);
  const path = useFleetPath();
  const factWord = useFactWord();
  const { distribution, region, environment } = row.facts;
  const known = row.nodes !== undefined;
  return (
    <li className={styles.card} data-dim={isLastKnown(row) || undefined}>
      <div className={styles.head}>
        <PlatformMark facts={row.facts} />
        <Link className={styles.link} to={path(clusterPath(row.cluster))}>
          <ObjectName name={row.title} />
        </Link>
        <span className={styles.state}>
          <StatusChip
            tone={clusterTone(row.state)}
            word={t(`clusterState.${row.state}`)}
            title={[row.message, row.advice].filter(Boolean).join('\n')}
          />
        </span>
      </div>
      <div className={styles.tags}>
        {environment && <span className={styles.tag}>{environment.value}</span>}
        {region && <span className={styles.tag}>{region.value}</span>}
        <span className={styles.plain} title={row.version}>
          {[
            distribution && factWord('distribution', distribution.value),
            row.version?.split(/[-+]/, 1),
          ]
            .filter(Boolean)
            .join(' ')}
        </span>
      </div>
      <dl className={styles.figures}>
        <div>
          <dt>{t('column.nodes')}</dt>
          <dd
            title={t('clusters.nodes', {
              ready: formatCount(row.nodesReady),
              nodes: formatCount(row.nodes),
            })}
          >
            {known
              ? `${formatCount(row.nodesReady)}/${formatCount(row.nodes)}`
              : '–'}
          </dd>
        </div>
        <div>
          <dt>{t('column.pods')}</dt>
          <dd
            title={t('clusters.pods', {
              running: formatCount(row.podsRunning),
              pods: formatCount(row.pods),
            })}
          >
            {formatCount(row.pods)}
          </dd>
        </div>
        <div>
          <dt>{t('column.problems')}</dt>
          <dd>
            <Problems
              errors={row.podErrors}
              warnings={row.podWarnings}
              describe={(errors, warnings) =>
                [
                  t('clusterHealth.errors', { errors }),
                  t('clusterHealth.warnings', { warnings }),
                ].join(', ')
              }
            />
          </dd>
        </div>
        <div>
          <dt>{t('column.contact')}</dt>
          <dd>
            {isLastKnown(row) || row.state === 'connecting' ? (
              <Age since={row.lastContact} />
            ) : (
              t('clusterHealth.live')
            )}
          </dd>
        </div>
      </dl>
      <CapacityBars figures={capacity} />
    </li>
  );
}

function ClusterTile({ row }: ItemProps) {
  const { t } = useTranslationRef(fleetTranslationRef);
  const path = useFleetPath();
  const figures = [
    row.nodes !== undefined &&
      `${formatCount(row.nodesReady)}/${formatCount(row.nodes)}`,
    row.pods !== undefined && formatCount(row.pods),
  ].filter(Boolean);
  const tone = clusterTone(row.state);
  const word = t(`clusterState.${row.state}`);
  return (
    <li className={styles.tile} data-tone={tone}>
      <div className={styles.head}>
        <PlatformMark facts={row.facts} />
        <Link
          className={styles.link}
          to={path(clusterPath(row.cluster))}
          title={[row.title, word, row.message].filter(Boolean).join('\n')}
        >
          <ObjectName name={row.title} />
        </Link>
      </div>
      <div className={styles.small}>
        <StatusChip tone={tone} word={word} title={row.message} />
        {row.state === 'healthy' && (
          <span className={styles.count}>{figures.join(' · ')}</span>
        )}
      </div>
    </li>
  );
}

// Figures of one cluster do not draw the others anew.
const items = { cards: memo(ClusterCard), tiles: memo(ClusterTile) };

/** Clusters as cards with their figures, or as tiles of which a hundred fit on one screen. */
export function ClusterCards(props: {
  rows: readonly ClusterHealthRow[];
  capacities: ReadonlyMap<string, CapacityRow>;
  size: 'cards' | 'tiles';
  label: string;
}) {
  const { rows, capacities, size, label } = props;
  const Item = items[size];
  return (
    <ul className={styles.list} data-size={size} aria-label={label}>
      {rows.map(row => (
        <Item
          key={row.cluster}
          row={row}
          capacity={capacities.get(row.cluster)}
        />
      ))}
    </ul>
  );
}
