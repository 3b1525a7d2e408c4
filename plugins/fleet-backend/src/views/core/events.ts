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
  eventsView,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { collectionView } from '@quarterdeck/backstage-plugin-fleet-node';
import { byLargest, byText, inOrder } from './orders';
import { since } from './recentEvents';

const MINUTE = 60_000;

const byNewest = byLargest<EventRow>(event => event.last);

/** Neither part can hold a slash. */
function objectKey({ kind, name }: { kind: string; name: string }): string {
  return `${kind}/${name}`;
}

/** Events, newest first. */
export const events = collectionView(eventsView, {
  resource: eventsResource,
  visibility: 'rows',
  renewEvery: ({ minutes }) => (minutes === undefined ? undefined : MINUTE),
  filter: ({ minutes, type, object, objects }, now) => {
    const about = objects && new Set(objects.map(objectKey));
    const happened = minutes === undefined ? undefined : since(minutes, now);
    return event =>
      (happened === undefined || happened(event)) &&
      (type === undefined || event.type === type) &&
      (object === undefined ||
        (event.objectKind === object.kind &&
          event.objectName === object.name)) &&
      (about === undefined ||
        about.has(
          objectKey({ kind: event.objectKind, name: event.objectName }),
        ));
  },
  sorts: {
    last: byNewest,
    count: inOrder(
      byLargest<EventRow>(event => event.count),
      byNewest,
    ),
    reason: inOrder(
      byText<EventRow>(event => event.reason),
      byNewest,
    ),
    cluster: inOrder(
      byText<EventRow>(event => event.cluster),
      byNewest,
    ),
    namespace: inOrder(
      byText<EventRow>(event => event.namespace),
      byNewest,
    ),
  },
  counters: ['warnings', 'normal'],
  count: (event, add) => add(event.type === 'Warning' ? 'warnings' : 'normal'),
  summarise: counters => ({ ...counters }),
});
