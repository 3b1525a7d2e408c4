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
  eventsResource,
  eventsTimelineView,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { computedView } from '@quarterdeck/backstage-plugin-fleet-node';
import { since, spanOf } from './recentEvents';

const MINUTE = 60_000;
const MOST_REASONS = 10;

/** When the clusters reported events. */
export const eventsTimeline = computedView(eventsTimelineView, {
  visibility: 'rows',
  reads: { events: eventsResource },
  // Events of an hour: a cluster of 5,000 pods that all fail writes about as many.
  maxRows: 50_000,
  renewEvery: MINUTE,
  compute: ({ events }, { minutes }, cluster, now) => {
    const span = spanOf(minutes);
    const starts = new Map<number, { normal: number; warnings: number }>();
    for (const { last, type } of events.filter(since(minutes, now))) {
      // By a clock that is ahead of ours it happened in a span that has not begun.
      const start = Math.floor(Math.min(last, now) / span) * span;
      const counts = starts.get(start) ?? { normal: 0, warnings: 0 };
      starts.set(start, counts);
      counts[type === 'Warning' ? 'warnings' : 'normal'] += 1;
    }
    return [...starts].map(([start, counts]) => ({
      cluster,
      start,
      ...counts,
    }));
  },
  tally: ({ events }, { minutes }, now) => {
    const reasons = new Map<string, number>();
    for (const { reason, type } of events.filter(since(minutes, now))) {
      if (type === 'Warning') {
        reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
      }
    }
    return reasons;
  },
  compare: (a, b) => a.start - b.start,
  summarise: (_, { minutes }, tallies) => ({
    span: spanOf(minutes),
    reasons: mostFrequent(tallies),
  }),
});

function mostFrequent(
  tallies: readonly ReadonlyMap<string, number>[],
): { reason: string; events: number }[] {
  const sums = new Map<string, number>();
  for (const [reason, events] of tallies.flatMap(tally => [...tally])) {
    sums.set(reason, (sums.get(reason) ?? 0) + events);
  }
  return [...sums]
    .map(([reason, events]) => ({ reason, events }))
    .sort((a, b) => b.events - a.events || (a.reason < b.reason ? -1 : 1))
    .slice(0, MOST_REASONS);
}
