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

import { storageApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useEffect } from 'react';
import { useDashboardPreferences } from '../dashboards/dashboardQueries';

const BUCKET = 'fleet';
const KEY = 'default-dashboard';

/**
 * Id of the dashboard that is shown first; undefined for the portal's own. Until the backend has said it, it is the one of the last visit, so
 * that nobody waits for an answer that is nearly always the same.
 */
export function useDefaultDashboard(): string | undefined {
  const storage = useApi(storageApiRef);
  const { preferences } = useDashboardPreferences();
  const chosen = preferences?.defaultDashboard;
  useEffect(() => {
    if (!preferences) return;
    const bucket = storage.forBucket(BUCKET);
    // It only spares a moment.
    (chosen === undefined ? bucket.remove(KEY) : bucket.set(KEY, chosen)).catch(
      () => {},
    );
  }, [storage, preferences, chosen]);
  if (preferences) return chosen;
  const last = storage.forBucket(BUCKET).snapshot(KEY).value;
  return typeof last === 'string' ? last : undefined;
}
