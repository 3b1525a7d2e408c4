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
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  ClusterHealthRow,
  clusterPath,
  clustersHealthView,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  CardFrame,
  CardMessage,
  clusterTone,
  FleetScope,
  Quantity,
  StatusChip,
  useFleetPath,
  useView,
  ViewCard,
  ViewContent,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { Link } from 'react-router-dom';
import { fleetTranslationRef } from '../translation';
import styles from './entity.module.css';
import { useEntityCluster } from './useEntityCluster';

function Figures(props: { row: ClusterHealthRow }) {
  const { row } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  return (
    <dl className={styles.figures}>
      <div className={styles.figure}>
        <dt>{t('entity.state')}</dt>
        <dd className={styles.words}>
          <StatusChip
            tone={clusterTone(row.state)}
            word={t(`clusterState.${row.state}`)}
            title={[row.message, row.advice].filter(Boolean).join('\n')}
          />
        </dd>
      </div>
      <div className={styles.figure}>
        <dt>{t('entity.version')}</dt>
        <dd className={styles.words}>{row.version ?? '–'}</dd>
      </div>
      <div className={styles.figure}>
        <dt>{t('entity.nodesReady')}</dt>
        <dd>
          <Quantity value={row.nodesReady} /> / <Quantity value={row.nodes} />
        </dd>
      </div>
      <div className={styles.figure}>
        <dt>{t('entity.pods')}</dt>
        <dd>
          <Quantity value={row.pods} />
        </dd>
      </div>
    </dl>
  );
}

function Summary(props: { cluster: string }) {
  const { cluster } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  const path = useFleetPath();
  const view = useView(clustersHealthView);
  return (
    <ViewCard
      view={view}
      title={t('entity.summary')}
      hideCount
      footer={
        <Link className={styles.link} to={path(clusterPath(cluster))}>
          {t('entity.open')}
        </Link>
      }
    >
      {({ rows }) => rows.map(row => <Figures key={row.cluster} row={row} />)}
    </ViewCard>
  );
}

/** Card on the overview of a cluster's entity: whether it answers, and its figures. */
export function EntityClusterSummary() {
  const { entity } = useEntity();
  const { t } = useTranslationRef(fleetTranslationRef);
  const { view, row } = useEntityCluster(entity);
  return (
    <div className={styles.surface}>
      {row ? (
        <FleetScope clusters={[row.cluster]}>
          <Summary cluster={row.cluster} />
        </FleetScope>
      ) : (
        <CardFrame title={t('entity.summary')}>
          <ViewContent view={view} permission="fleet.cluster.read">
            {() => (
              <CardMessage
                tone="unknown"
                title={t('entity.noClusterTitle')}
                text={t('entity.noClusterText')}
              />
            )}
          </ViewContent>
        </CardFrame>
      )}
    </div>
  );
}
