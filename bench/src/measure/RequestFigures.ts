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

import { RequestCounts } from '../processes/FleetProcess';

/** Served for a moment only, so that they cannot be watched. */
const POLLED_GROUP = 'metrics.k8s.io';

/** How the bench changes pods at known times, and looks whether they are still so; no system under test does either unasked. */
const OWN = ['patch pods/status', 'get pods'];

/** What all API servers together received in a time, without the bench's own. */
export interface RequestFigures {
  readonly watchedListsPerMinute: number;
  /** Of `metrics.k8s.io`, which cannot be watched. */
  readonly polledListsPerMinute: number;
  /** Watches that were opened. */
  readonly watchesPerMinute: number;
  readonly allPerMinute: number;
  readonly sentMbPerSecond: number;
  /** By verb and kind. */
  readonly perMinute: Readonly<Record<string, number>>;
}

export function requestFigures(
  before: RequestCounts,
  after: RequestCounts,
  seconds: number,
): RequestFigures {
  const perMinute: Record<string, number> = {};
  let bytes = 0;
  for (const [name, count] of Object.entries(after)) {
    if (OWN.includes(name)) continue;
    const requests = count.requests - (before[name]?.requests ?? 0);
    bytes += count.bytes - (before[name]?.bytes ?? 0);
    if (requests > 0) perMinute[name] = (requests * 60) / seconds;
  }
  const sum = (matches: (name: string) => boolean) =>
    Object.entries(perMinute).reduce(
      (total, [name, count]) => total + (matches(name) ? count : 0),
      0,
    );
  const list = (name: string) => name.startsWith('list ');
  const polled = (name: string) => name.endsWith(POLLED_GROUP);
  return {
    watchedListsPerMinute: sum(name => list(name) && !polled(name)),
    polledListsPerMinute: sum(name => list(name) && polled(name)),
    watchesPerMinute: sum(name => name.startsWith('watch ')),
    allPerMinute: sum(() => true),
    sentMbPerSecond: bytes / seconds / 1e6,
    perMinute,
  };
}
