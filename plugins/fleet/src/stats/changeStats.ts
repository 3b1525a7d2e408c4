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

import {
  DashboardStat,
  StatDisplay,
} from '@quarterdeck/backstage-plugin-fleet-common';

/** Shows a figure at the end, or no longer. */
export function toggleStat(
  stats: readonly DashboardStat[],
  block: string,
): DashboardStat[] {
  return stats.some(it => it.block === block)
    ? stats.filter(it => it.block !== block)
    : [...stats, { block, display: 'number' }];
}

/** Moves a figure by one place, as far as there is one. */
export function moveStat(
  stats: readonly DashboardStat[],
  at: number,
  by: -1 | 1,
): DashboardStat[] {
  const to = at + by;
  const moved = [...stats];
  if (moved[at] && moved[to]) [moved[at], moved[to]] = [moved[to], moved[at]];
  return moved;
}

/** Draws a figure in another way. */
export function changeDisplay(
  stats: readonly DashboardStat[],
  at: number,
  display: StatDisplay,
): DashboardStat[] {
  return stats.map((stat, index) =>
    index === at ? { ...stat, display } : stat,
  );
}
