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
import { Dashboard } from '@quarterdeck/backstage-plugin-fleet-common';
import { usePageShown } from '@quarterdeck/backstage-plugin-fleet-react';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { fleetDashboardsApiRef } from '../api/DashboardsApi';
import { useDashboardChanges } from '../dashboardQueries';
import { onDashboardNews } from './dashboardNews';
import { DashboardSaver, SaveState } from './DashboardSaver';

/**
 * Saves a dashboard while it is shown.
 *
 * @param onOthers - called with the dashboard as another tab or page has saved it, when nothing of this one was waiting
 */
export function useDashboardSaver(
  dashboard: Dashboard,
  onOthers: (dashboard: Dashboard) => void,
): { saver: DashboardSaver; state: SaveState } {
  const api = useApi(fleetDashboardsApiRef);
  const changes = useDashboardChanges();
  const { id } = dashboard;
  const [saver] = useState(
    () =>
      new DashboardSaver({
        revision: dashboard.revision,
        connection: {
          change: change => api.change(id, change),
          load: () => api.get(id),
        },
        onSaved: saved => changes.saved(saved),
      }),
  );
  const state = useSyncExternalStore(saver.subscribe, saver.getState);
  const tell = useRef(onOthers);
  useEffect(() => {
    tell.current = onOthers;
  });

  useEffect(() => {
    const flush = () => {
      if (document.visibilityState === 'hidden') saver.flush();
    };
    document.addEventListener('visibilitychange', flush);
    return () => {
      document.removeEventListener('visibilitychange', flush);
      saver.flush();
    };
  }, [saver]);

  const shown = usePageShown();
  useEffect(() => {
    if (!shown) saver.flush();
  }, [shown, saver]);

  useEffect(() => {
    // What was shown first may have been kept from an earlier visit, and another page of this tab may have saved.
    if (saver.isDirty || dashboard.revision <= saver.revision) return;
    saver.adopt(dashboard);
    tell.current(dashboard);
  }, [dashboard, saver]);

  useEffect(
    () =>
      onDashboardNews(async news => {
        if (news.id !== id || news.revision === saver.revision) return;
        // What waits here will find out by itself that it is older.
        if (saver.isDirty || news.revision === undefined) return;
        try {
          const theirs = await api.get(id);
          if (saver.isDirty || theirs.revision === saver.revision) return;
          saver.adopt(theirs);
          tell.current(theirs);
        } catch {
          // The next change will say it.
        }
      }),
    [api, id, saver],
  );
  return { saver, state };
}
