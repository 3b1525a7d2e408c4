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
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  ProjectionContext,
  watchedResource,
} from '@quarterdeck/backstage-plugin-fleet-node';
import { epochOf } from './kubernetesTime';

interface Event {
  metadata: {
    uid: string;
    name: string;
    namespace?: string;
    creationTimestamp?: string;
  };
  type?: string;
  reason?: string;
  message?: string;
  count?: number;
  firstTimestamp?: string | null;
  lastTimestamp?: string | null;
  eventTime?: string | null;
  series?: { count?: number; lastObservedTime?: string };
  involvedObject?: { kind?: string; name?: string };
  source?: { component?: string };
  reportingComponent?: string;
}

/** Longest message that is kept; the object itself has the rest. */
const MAX_MESSAGE = 1000;

/** Events of every namespace, watched from the start. */
export const events = watchedResource(eventsResource, {
  group: '',
  version: 'v1',
  plural: 'events',
  keep: 'always',
  fields: [
    'metadata.creationTimestamp',
    'type',
    'reason',
    'message',
    'count',
    'firstTimestamp',
    'lastTimestamp',
    'eventTime',
    'series',
    'involvedObject.kind',
    'involvedObject.name',
    'source.component',
    'reportingComponent',
  ],
  project: eventRow,
});

/** Old and new writers fill different fields: a series counts itself, the others have `count` and the two timestamps. */
function eventRow(
  event: Event,
  { cluster, intern }: ProjectionContext,
): EventRow {
  const created = epochOf(event.metadata.creationTimestamp) ?? 0;
  const first =
    epochOf(event.firstTimestamp) ?? epochOf(event.eventTime) ?? created;
  const last =
    epochOf(event.series?.lastObservedTime) ??
    epochOf(event.lastTimestamp) ??
    first;
  return {
    uid: event.metadata.uid,
    cluster,
    namespace: intern(event.metadata.namespace ?? ''),
    name: event.metadata.name,
    type: intern(event.type ?? ''),
    reason: intern(event.reason ?? ''),
    message: (event.message ?? '').slice(0, MAX_MESSAGE),
    objectKind: intern(event.involvedObject?.kind ?? ''),
    objectName: event.involvedObject?.name ?? '',
    source: intern(event.source?.component || event.reportingComponent || ''),
    count: event.series?.count ?? event.count ?? 1,
    first,
    last,
  };
}
