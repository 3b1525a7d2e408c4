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
import { clusterPath } from '@quarterdeck/backstage-plugin-fleet-common';
import {
  CardMessage,
  clusterTone,
  StatusChip,
  useFleetPath,
  ViewContent,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { Link } from 'react-router-dom';
import { ClusterBanner } from '../clusters/page/ClusterBanner';
import { OverviewTab } from '../clusters/page/OverviewTab';
import { fleetTranslationRef } from '../translation';
import styles from './entity.module.css';
import { useEntityCluster } from './useEntityCluster';

/** Tab of a cluster's entity: what the cluster's own page in the fleet begins with. */
export function EntityClusterContent() {
  const { entity } = useEntity();
  const { t } = useTranslationRef(fleetTranslationRef);
  const path = useFleetPath();
  const { view, row } = useEntityCluster(entity);
  if (row) {
    return (
      <div className={styles.surface}>
        <p className={styles.head}>
          <StatusChip
            tone={clusterTone(row.state)}
            word={t(`clusterState.${row.state}`)}
          />
          <Link className={styles.link} to={path(clusterPath(row.cluster))}>
            {t('entity.open')}
          </Link>
        </p>
        <ClusterBanner row={row} />
        <OverviewTab row={row} />
      </div>
    );
  }
  if (view.status !== 'ready') {
    return (
      <ViewContent view={view} permission="fleet.cluster.read">
        {() => undefined}
      </ViewContent>
    );
  }
  return (
    <CardMessage
      tone="unknown"
      title={t('entity.noClusterTitle')}
      text={t('entity.noClusterText')}
    />
  );
}
