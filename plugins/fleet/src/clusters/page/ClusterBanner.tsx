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
  Age,
  clusterTone,
  statusShapes,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { fleetTranslationRef } from '../../translation';
import styles from './ClusterHeader.module.css';

/** What is the matter with a cluster and what to do. Nothing while it is healthy. */
export function ClusterBanner(props: { row: ClusterHealthRow }) {
  const { state, reason, message, advice, since, lastContact } = props.row;
  const { t } = useTranslationRef(fleetTranslationRef);
  if (state === 'healthy') return undefined;
  const tone = clusterTone(state);
  const old = tone === 'error' && lastContact !== undefined;
  return (
    <div
      className={styles.banner}
      data-tone={tone}
      role={tone === 'error' ? 'alert' : 'status'}
    >
      <span aria-hidden className={styles.shape}>
        {statusShapes[tone]}
      </span>
      <div>
        <p className={styles.what}>
          {reason ? t(`clusterReason.${reason}`) : t(`clusterState.${state}`)}
        </p>
        {message && <p className={styles.message}>{message}</p>}
        {advice && <p>{advice}</p>}
        <p>
          {t('cluster.since')} <Age since={since} />
          {old && (
            <>
              {'. '}
              {t('cluster.lastContact')} <Age since={lastContact} />
              {'. '}
              {t('cluster.lastKnown')}
            </>
          )}
        </p>
      </div>
    </div>
  );
}
