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

import type { KubeObject } from '../../store/KubeObject';
import type { ResourceType } from '../../store/ResourceType';
import { ApiContext, viewOf } from '../ApiContext';
import type { Representation } from '../negotiate';
import { partialMetadata } from '../ObjectEncoder';
import {
  IncludeObject,
  renderTable,
  tableRenderer,
} from '../table/renderTable';
import { bookmarkObject } from './bookmarkObject';
import {
  EncodedEvent,
  objectLine,
  WatchEventType,
  watchLine,
} from './EncodedEvent';

/** How one watch writes its events. */
export interface WatchFormat {
  /** A change that is told as it is, from shared bytes where possible. */
  change(encoded: EncodedEvent): Buffer;
  /** An event made for this watch alone. */
  event(type: WatchEventType, object: KubeObject): Buffer;
  bookmark(resourceVersion: string, initialEventsEnd: boolean): Buffer;
}

export function watchFormat(
  context: ApiContext,
  type: ResourceType,
  representation: Representation,
  include: IncludeObject,
): WatchFormat {
  switch (representation) {
    case 'table':
      return tableFormat(context, type, include);
    case 'partial':
      return {
        change: encoded => encoded.partial(),
        event: (eventType, object) =>
          watchLine(eventType, partialMetadata(object)),
        bookmark: (resourceVersion, end) =>
          watchLine('BOOKMARK', {
            kind: 'PartialObjectMetadata',
            apiVersion: 'meta.k8s.io/v1',
            metadata: bookmarkMetadata(resourceVersion, end),
          }),
      };
    default:
      return {
        change: encoded => encoded.object(type),
        event: (eventType, object) =>
          objectLine(context.encoder, type, eventType, object),
        bookmark: (resourceVersion, end) =>
          watchLine(
            'BOOKMARK',
            bookmarkObject(type, bookmarkMetadata(resourceVersion, end)),
          ),
      };
  }
}

function tableFormat(
  context: ApiContext,
  type: ResourceType,
  include: IncludeObject,
): WatchFormat {
  const renderer = tableRenderer(type);
  let first = true;
  const table = (objects: KubeObject[], resourceVersion: string) => {
    const withoutColumns = !first;
    first = false;
    return renderTable(renderer, objects, {
      metadata: { resourceVersion },
      now: context.store.now(),
      includeObject: include,
      withoutColumns,
      view: object => viewOf(type, object),
    });
  };
  const event = (eventType: WatchEventType, object: KubeObject) =>
    watchLine(eventType, table([object], object.metadata.resourceVersion));
  return {
    change: ({ event: { type: eventType, object } }) =>
      event(eventType, object),
    event,
    bookmark: resourceVersion =>
      watchLine('BOOKMARK', table([], resourceVersion)),
  };
}

function bookmarkMetadata(resourceVersion: string, initialEventsEnd: boolean) {
  return {
    resourceVersion,
    ...(initialEventsEnd && {
      annotations: { 'k8s.io/initial-events-end': 'true' },
    }),
  };
}
