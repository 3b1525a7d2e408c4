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
import { fleetTranslationRef } from '../../translation';
import { PlacedRegion } from './placeClusters';
import { RegionMark } from './RegionMark';
import { coasts, MAP_HEIGHT, MAP_WIDTH } from './worldProjection';
import styles from './WorldMap.module.css';

/** The world with a mark for each region that has clusters. The marks are links, in a list for those who do not see the map. */
export function WorldMap(props: { regions: readonly PlacedRegion[] }) {
  const { regions } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  const most = Math.max(1, ...regions.map(({ nodes }) => nodes ?? 0));
  return (
    <div className={styles.map}>
      <svg
        aria-hidden
        className={styles.land}
        viewBox={`0 0 ${MAP_WIDTH} ${MAP_HEIGHT}`}
      >
        <path d={coasts} />
      </svg>
      <ul className={styles.marks} aria-label={t('locations.regions')}>
        {regions.map(region => (
          <RegionMark key={region.region} region={region} most={most} />
        ))}
      </ul>
    </div>
  );
}
