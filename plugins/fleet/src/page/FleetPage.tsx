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

import { FleetPathProvider } from '@quarterdeck/backstage-plugin-fleet-react';
import { lazy, useRef } from 'react';
import { Route, Routes } from 'react-router-dom';
import { SavedDashboardPage } from '../dashboard/DashboardPage';
import styles from './FleetPage.module.css';
import './highContrast.css';
import { FleetRail } from './FleetRail';
import { KeptDashboards } from './kept/KeptDashboards';
import { NotFoundPage } from './NotFoundPage';
import { PageBoundary } from './PageBoundary';
import { usePrefetch } from './prefetch/usePrefetch';
import { useScrollMemory } from './useScrollMemory';

const ClustersPage = lazy(() =>
  import('../clusters/ClustersPage').then(m => ({ default: m.ClustersPage })),
);
const ClusterPage = lazy(() =>
  import('../clusters/page/ClusterPage').then(m => ({
    default: m.ClusterPage,
  })),
);
const DashboardsPage = lazy(() =>
  import('../dashboards/gallery/DashboardsPage').then(m => ({
    default: m.DashboardsPage,
  })),
);
const SettingsPage = lazy(() =>
  import('../settings/SettingsPage').then(m => ({ default: m.SettingsPage })),
);
const ConnectPage = lazy(() =>
  import('../connect/ConnectPage').then(m => ({ default: m.ConnectPage })),
);

const sections = () => import('../objects/sections');
const NodesPage = lazy(() => sections().then(m => ({ default: m.NodesPage })));
const WorkloadsPage = lazy(() =>
  sections().then(m => ({ default: m.WorkloadsPage })),
);
const PodsPage = lazy(() => sections().then(m => ({ default: m.PodsPage })));
const NamespacesPage = lazy(() =>
  sections().then(m => ({ default: m.NamespacesPage })),
);
const EventsPage = lazy(() =>
  sections().then(m => ({ default: m.EventsPage })),
);

const objectPages = () => import('../objects/routes');
const NodePage = lazy(() => objectPages().then(m => ({ default: m.NodePage })));
const NamespacePage = lazy(() =>
  objectPages().then(m => ({ default: m.NamespacePage })),
);
const ObjectPage = lazy(() =>
  objectPages().then(m => ({ default: m.ObjectPage })),
);

/** The shell of everything under `/fleet`: the rail of sections, and the page of the address, whose code is loaded when it is come to. */
export function FleetPage() {
  const main = useRef<HTMLElement>(null);
  useScrollMemory(main);
  usePrefetch();
  return (
    <FleetPathProvider>
      <div className={styles.shell} data-fleet="">
        <FleetRail onSkip={() => main.current?.focus()} />
        <main ref={main} id="fleet" tabIndex={-1} className={styles.main}>
          <KeptDashboards main={main}>
            <PageBoundary>
              <Routes>
                <Route path="dashboards" element={<DashboardsPage />} />
                <Route
                  path="dashboards/:slug/cards/:card"
                  element={<SavedDashboardPage />}
                />
                <Route path="clusters" element={<ClustersPage />} />
                <Route
                  path="clusters/:cluster/nodes/:name/*"
                  element={<NodePage />}
                />
                <Route
                  path="clusters/:cluster/namespaces/:namespace/:resource/:name/*"
                  element={<ObjectPage />}
                />
                <Route
                  path="clusters/:cluster/namespaces/:namespace/*"
                  element={<NamespacePage />}
                />
                <Route
                  path="clusters/:cluster/objects/:resource/:name/*"
                  element={<ObjectPage />}
                />
                <Route path="clusters/:cluster/*" element={<ClusterPage />} />
                <Route path="nodes" element={<NodesPage />} />
                <Route path="workloads" element={<WorkloadsPage />} />
                <Route path="pods" element={<PodsPage />} />
                <Route path="namespaces" element={<NamespacesPage />} />
                <Route path="events" element={<EventsPage />} />
                <Route path="settings" element={<SettingsPage />} />
                <Route path="connect/*" element={<ConnectPage />} />
                <Route path="*" element={<NotFoundPage />} />
              </Routes>
            </PageBoundary>
          </KeptDashboards>
        </main>
      </div>
    </FleetPathProvider>
  );
}
