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
  clusterPath,
  formatCount,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  statusShapes,
  useFleetPath,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { CSSProperties } from 'react';
import { Link } from 'react-router-dom';
import { fleetTranslationRef } from '../../translation';
import tones from '../tones.module.css';
import { PlacedRegion } from './placeClusters';
import { project } from './worldProjection';
import styles from './WorldMap.module.css';

const SMALLEST = 12;
const LARGEST = 30;

/** The clusters of a region as one mark: its shape and colour are the worst state, its area the nodes. */
export function RegionMark(props: {
  region: PlacedRegion;
  /** Nodes of the largest region. */
  most: number;
}) {
  const { most } = props;
  const { region, place, coordinates, clusters, nodes, tone } = props.region;
  const { t } = useTranslationRef(fleetTranslationRef);
  const path = useFleetPath();
  const { x, y } = project(coordinates);
  const size = SMALLEST + (LARGEST - SMALLEST) * Math.sqrt((nodes ?? 0) / most);
  const [worst] = clusters;
  const to =
    clusters.length === 1
      ? path(clusterPath(worst.cluster))
      : `${path('clusters')}?region=${encodeURIComponent(region)}`;
  const label = t('locations.mark', {
    region,
    place,
    count: clusters.length,
    nodes: formatCount(nodes),
    worst: t(`clusterState.${worst.state}`),
  });
  return (
    <li
      className={styles.mark}
      style={
        {
          '--x': `${x * 100}%`,
          '--y': `${y * 100}%`,
          '--size': `${size}px`,
        } as CSSProperties
      }
    >
      <Link
        to={to}
        className={`${styles.link} ${tones.tone}`}
        data-tone={tone}
        aria-label={label}
        title={[
          label,
          ...clusters
            .slice(0, 12)
            .map(it => `${it.title}: ${t(`clusterState.${it.state}`)}`),
        ].join('\n')}
      >
        <span aria-hidden className={styles.shape}>
          {statusShapes[tone]}
        </span>
        {clusters.length > 1 && (
          <span aria-hidden className={styles.count}>
            {clusters.length}
          </span>
        )}
      </Link>
    </li>
  );
}
