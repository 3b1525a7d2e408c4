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
import { useApi } from '@backstage/frontend-plugin-api';
import {
  fleetApiRef,
  PageShown,
} from '@quarterdeck/backstage-plugin-fleet-react';
import {
  memo,
  ReactNode,
  RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import {
  Location,
  Route,
  Routes,
  useLocation,
  useParams,
} from 'react-router-dom';
import {
  DashboardPage,
  SavedDashboardPage,
  TemplatePage,
} from '../../dashboard/DashboardPage';
import { PageBoundary } from '../PageBoundary';
import { hasOpenLayer } from './hasOpenLayer';
import { isDashboardPath } from './isDashboardPath';
import styles from './KeptDashboards.module.css';
import { KeptPage, withoutLast, withVisit } from './keptPages';

function bounded(page: ReactNode) {
  return <PageBoundary>{page}</PageBoundary>;
}

const KeptDashboard = memo(
  // The address as it was when the page was last shown, so that it does not follow that of another page.
  (props: { location: Location; shown: boolean }) => {
    const { location, shown } = props;
    return (
      <div className={styles.page} hidden={!shown}>
        <PageShown shown={shown}>
          <Routes location={location}>
            <Route index element={bounded(<DashboardPage />)} />
            <Route
              path="dashboards/:slug"
              element={bounded(<SavedDashboardPage />)}
            />
            <Route path="templates/:slug" element={bounded(<TemplatePage />)} />
          </Routes>
        </PageShown>
      </div>
    );
  },
);

/**
 * The dashboard of the address, and hidden beside it those that were looked at before: who comes back finds them as they were left. Other
 * addresses show what is handed over.
 */
export function KeptDashboards(props: {
  /** Surrounds the pages. */
  main: RefObject<HTMLElement>;
  children: ReactNode;
}) {
  const { main, children } = props;
  const location = useLocation();
  const { '*': path = '' } = useParams();
  const [kept, setKept] = useState<readonly KeptPage[]>([]);
  const pathname = location.pathname.replace(/\/+$/, '');
  const isDashboard = isDashboardPath(path);
  const next = isDashboard ? withVisit(kept, pathname, location) : kept;
  if (next !== kept) setKept(next);

  const api = useApi(fleetApiRef);
  // What the user before has seen must not stay in the document.
  useEffect(() => api.onUserChange(() => setKept([])), [api]);

  const shown = useRef(pathname);
  useLayoutEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    if (main.current && hasOpenLayer(main.current)) {
      setKept(now => withoutLast(now, pathname));
    }
  }, [main, pathname]);

  return (
    <>
      {next.map(page => (
        <KeptDashboard
          key={page.pathname}
          location={page.location}
          shown={page.pathname === pathname}
        />
      ))}
      {!isDashboard && children}
    </>
  );
}
