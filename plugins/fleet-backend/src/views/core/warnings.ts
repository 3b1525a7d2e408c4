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
  MOST_WARNINGS_COMPARED,
  sharedWarningsView,
  SharedWarning,
  warningReasonsView,
  WarningReason,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { computedView } from '@quarterdeck/backstage-plugin-fleet-node';
import { byLargest, byNumber, byText, inOrder } from './orders';
import { since } from './recentEvents';
import { addWarning, mergeWarnings, WarningGroup } from './warningGroups';
import { warningPattern } from './warningPattern';

const MINUTE = 60_000;

const shared = {
  visibility: 'rows',
  reads: { events: eventsResource },
  // Events of an hour: a cluster of 5,000 pods that all fail writes about as many.
  maxRows: 50_000,
  renewEvery: MINUTE,
} as const;

/** Warnings of the last minutes by reason, over all clusters. */
export const warningReasons = computedView(warningReasonsView, {
  ...shared,
  compute: ({ events }, { minutes }, cluster, now) =>
    groupsOf(events, minutes, now, event => event.reason)
      .slice(0, MOST_WARNINGS_COMPARED)
      .map(group => reasonOf(group, cluster)),
  combine: rows =>
    mergeWarnings(
      rows,
      row => row.reason,
      (a, b) => ({
        message: a.last >= b.last ? a.message : b.message,
        objectKinds: [...new Set([...a.objectKinds, ...b.objectKinds])].sort(),
      }),
    ).map(row => ({
      ...row,
      clusters: row.clusters.sort(byLargest(it => it.events)),
    })),
  compare: inOrder<WarningReason>(
    byLargest(row => row.events),
    byText(row => row.reason),
  ),
  summarise: rows => ({
    events: rows.reduce((sum, row) => sum + row.events, 0),
    occurrences: rows.reduce((sum, row) => sum + row.occurrences, 0),
  }),
});

/** The same warnings in several clusters. */
export const sharedWarnings = computedView(sharedWarningsView, {
  ...shared,
  compute: ({ events }, { minutes }, cluster, now) =>
    groupsOf(
      events,
      minutes,
      now,
      event => `${event.reason}\n${event.objectKind}\n${warningPattern(event)}`,
    )
      .slice(0, MOST_WARNINGS_COMPARED)
      .map(group => sharedOf(group, cluster)),
  combine: (rows, { atLeast }) =>
    mergeWarnings(rows, sharedWarningsView.key, () => ({}))
      .filter(row => row.clusters.length >= atLeast)
      .map(row => ({
        ...row,
        clusters: row.clusters.sort(byNumber(it => it.first)),
      })),
  compare: inOrder<SharedWarning>(
    byLargest(row => row.clusters.length),
    byLargest(row => row.events),
    byText(row => row.message),
  ),
  summarise: rows => ({
    clusters: new Set(
      rows.flatMap(row => row.clusters.map(({ cluster }) => cluster)),
    ).size,
  }),
});

/** The most frequent first. */
function groupsOf(
  events: readonly EventRow[],
  minutes: number,
  now: number,
  keyOf: (event: EventRow) => string,
): WarningGroup[] {
  const groups = new Map<string, WarningGroup>();
  for (const event of events.filter(since(minutes, now))) {
    if (event.type === 'Warning') {
      const key = keyOf(event);
      groups.set(key, addWarning(groups.get(key), event));
    }
  }
  return [...groups.values()].sort((a, b) => b.events - a.events);
}

function reasonOf(group: WarningGroup, cluster: string): WarningReason {
  const { newest, objectKinds, ...figures } = group;
  return {
    reason: newest.reason,
    ...figures,
    objectKinds: [...objectKinds].sort(),
    message: newest.message,
    clusters: [{ cluster, ...figures }],
  };
}

function sharedOf(group: WarningGroup, cluster: string): SharedWarning {
  const { newest, objectKinds: _, ...figures } = group;
  return {
    reason: newest.reason,
    objectKind: newest.objectKind,
    message: warningPattern(newest),
    ...figures,
    clusters: [{ cluster, ...figures }],
  };
}
