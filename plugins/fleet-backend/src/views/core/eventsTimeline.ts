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
  EventRow,
  eventsResource,
  eventsTimelineView,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { computedView } from '@quarterdeck/backstage-plugin-fleet-node';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const MOST_SPANS = 36;
const SPANS = [2, 5, 10, 15, 20, 30, 60].map(minutes => minutes * MINUTE);
const MOST_REASONS = 10;

/** When the clusters reported events. */
export const eventsTimeline = computedView(eventsTimelineView, {
  visibility: 'rows',
  reads: { events: eventsResource },
  // Events of an hour: a cluster of 5,000 pods that all fail writes about as many.
  maxRows: 50_000,
  renewEvery: MINUTE,
  compute: ({ events }, { hours }, cluster, now) => {
    const span = spanOf(hours);
    const starts = new Map<number, { normal: number; warnings: number }>();
    for (const { last, type } of within(events, hours, now)) {
      const start = Math.floor(last / span) * span;
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
  tally: ({ events }, { hours }, now) => {
    const reasons = new Map<string, number>();
    for (const { reason, type } of within(events, hours, now)) {
      if (type === 'Warning') {
        reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
      }
    }
    return reasons;
  },
  compare: (a, b) => a.start - b.start,
  summarise: (_, { hours }, tallies) => ({
    span: spanOf(hours),
    reasons: mostFrequent(tallies),
  }),
});

/** The shortest span of which not too many make up the time. */
function spanOf(hours: number): number {
  return SPANS.find(span => hours * HOUR <= span * MOST_SPANS) ?? HOUR;
}

/** Events of the last hours, by the clusters' clocks: one that is ahead of ours is believed up to a span. */
function within(
  events: readonly EventRow[],
  hours: number,
  now: number,
): readonly EventRow[] {
  const span = spanOf(hours);
  const from = Math.floor(now / span) * span + span - hours * HOUR;
  return events.filter(({ last }) => last >= from && last <= now + span);
}

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
