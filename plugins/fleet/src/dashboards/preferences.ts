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

import { DashboardPreferences } from '@quarterdeck/backstage-plugin-fleet-common';

type Change = (now: DashboardPreferences) => DashboardPreferences;

/** Pins a dashboard at the end of the rail, or takes it away from there. */
export function togglePin(id: string): Change {
  return now => ({
    ...now,
    pinned: now.pinned.includes(id)
      ? now.pinned.filter(it => it !== id)
      : [...now.pinned, id],
  });
}

/** Shows a dashboard first, or the portal's own again. */
export function toggleDefault(id: string): Change {
  return ({ defaultDashboard, ...now }) =>
    defaultDashboard === id ? now : { ...now, defaultDashboard: id };
}
