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
import { ButtonLink } from '@backstage/ui';
import {
  clusterPath,
  clustersHealthView,
  formatCount,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  CardMessage,
  useFleetPath,
  useView,
  ViewContent,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { lazy } from 'react';
import { Route, Routes, useParams } from 'react-router-dom';
import { NotFoundPage } from '../../page/NotFoundPage';
import { PageHeader } from '../../page/PageHeader';
import { PageTabs } from '../../page/PageTabs';
import { fleetTranslationRef } from '../../translation';
import { AccessTab } from './AccessTab';
import { ClusterBanner } from './ClusterBanner';
import { ClusterHeader } from './ClusterHeader';
import { OverviewTab } from './OverviewTab';

const tables = () => import('../../objects');
const NodesTable = lazy(() => tables().then(m => ({ default: m.NodesTable })));
const NamespacesTable = lazy(() =>
  tables().then(m => ({ default: m.NamespacesTable })),
);
const WorkloadsTable = lazy(() =>
  tables().then(m => ({ default: m.WorkloadsTable })),
);
const EventsTable = lazy(() =>
  tables().then(m => ({ default: m.EventsTable })),
);

/** Everything about one cluster. */
export function ClusterPage() {
  const { cluster = '' } = useParams();
  const { t } = useTranslationRef(fleetTranslationRef);
  const fleetPath = useFleetPath();
  const health = useView(clustersHealthView);
  const row = health.rows.find(it => it.cluster === cluster);

  if (!row) {
    return (
      <>
        <PageHeader
          path={clusterPath(cluster)}
          title={cluster}
          crumbs={[{ label: t('clusters.title'), path: 'clusters' }]}
        />
        {health.status === 'ready' ? (
          <CardMessage
            title={t('cluster.missingTitle', { cluster })}
            text={t('cluster.missingText')}
            action={
              <ButtonLink size="small" href={fleetPath('clusters')}>
                {t('cluster.toClusters')}
              </ButtonLink>
            }
          />
        ) : (
          <ViewContent view={health} permission="fleet.cluster.read">
            {() => undefined}
          </ViewContent>
        )}
      </>
    );
  }
  const scope = { clusters: [cluster] };
  const counts = {
    nodes: row.nodes,
    namespaces: row.namespaces,
    workloads: undefined,
    events: undefined,
  };
  return (
    <>
      <ClusterHeader row={row} />
      <ClusterBanner row={row} />
      <PageTabs
        label={t('cluster.tabs')}
        tabs={[
          {
            id: 'overview',
            label: t('cluster.overview'),
            href: fleetPath(clusterPath(cluster)),
          },
          ...(['nodes', 'namespaces', 'workloads', 'events'] as const).map(
            id => ({
              id,
              label: t(`page.${id}`),
              href: fleetPath(clusterPath(cluster, id)),
              count:
                counts[id] === undefined ? undefined : formatCount(counts[id]),
            }),
          ),
          {
            id: 'access',
            label: t('cluster.access'),
            href: fleetPath(clusterPath(cluster, 'access')),
          },
        ]}
      />
      <Routes>
        <Route index element={<OverviewTab row={row} />} />
        <Route
          path="nodes"
          element={<NodesTable scope={scope} label={t('page.nodes')} />}
        />
        <Route
          path="namespaces"
          element={
            <NamespacesTable scope={scope} label={t('page.namespaces')} />
          }
        />
        <Route
          path="workloads"
          element={<WorkloadsTable scope={scope} label={t('page.workloads')} />}
        />
        <Route
          path="events"
          element={<EventsTable scope={scope} label={t('page.events')} />}
        />
        <Route path="access" element={<AccessTab cluster={cluster} />} />
        <Route path="*" element={<NotFoundPage />} />
      </Routes>
    </>
  );
}
