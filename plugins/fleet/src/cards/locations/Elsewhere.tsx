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
import { ClusterHealthRow } from '@quarterdeck/backstage-plugin-fleet-common';
import {
  ClusterLink,
  clusterTone,
  statusShapes,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { useId } from 'react';
import { fleetTranslationRef } from '../../translation';
import tones from '../tones.module.css';
import styles from './Elsewhere.module.css';

/** Clusters that cannot be put on the map, with what is known of where they are. */
export function Elsewhere(props: { clusters: readonly ClusterHealthRow[] }) {
  const { t } = useTranslationRef(fleetTranslationRef);
  const titleId = useId();
  return (
    <section className={styles.elsewhere} aria-labelledby={titleId}>
      <h3 id={titleId} className={styles.title}>
        {t('locations.elsewhere')}
      </h3>
      <ul className={styles.list}>
        {props.clusters.map(({ cluster, title, state, facts }) => (
          <li key={cluster} className={styles.cluster}>
            <span
              role="img"
              aria-label={t(`clusterState.${state}`)}
              className={`${styles.shape} ${tones.tone}`}
              data-tone={clusterTone(state)}
            >
              {statusShapes[clusterTone(state)]}
            </span>
            <ClusterLink name={cluster} title={title} brief />
            <span className={styles.region}>
              {facts.region?.value ?? t('locations.noRegion')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
