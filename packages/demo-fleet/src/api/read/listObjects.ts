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
import { ObjectTable } from '../../store/ObjectTable';
import { apiVersionOf, ResourceType } from '../../store/ResourceType';
import { ApiContext, viewOf } from '../ApiContext';
import { ApiRequest, jsonReply, Reply } from '../ApiExchange';
import {
  ApiError,
  badRequest,
  expired,
  tooLargeResourceVersion,
} from '../ApiError';
import { negotiateRepresentation } from '../negotiate';
import { partialMetadata } from '../ObjectEncoder';
import { includeObject } from '../table/includeObject';
import { renderTable, tableRenderer } from '../table/renderTable';
import { checkListOptions } from './checkListOptions';
import { decodeContinueToken, encodeContinueToken } from './continueToken';
import { Selection } from './Selection';

/** In a token: goes on with the list as it stands then. */
const INCONSISTENT = '-1';
const CHUNK = 256 * 1024;
const COMMA = Buffer.from(',');
const END = Buffer.from(']}\n');

interface Page {
  objects: KubeObject[];
  metadata: {
    /** Objects that are made when asked for have no version. */
    resourceVersion?: string;
    continue?: string;
    remainingItemCount?: number;
  };
}

export function listObjects(
  context: ApiContext,
  type: ResourceType,
  request: ApiRequest,
): Reply {
  const { query, headers, info } = request;
  const representation = negotiateRepresentation(headers.accept);
  checkListOptions(query, 'list');
  const selection = Selection.fromQuery(type, info.resource?.namespace, query);
  const { objects, metadata } = selectPage(context, type, selection, query);
  switch (representation) {
    case 'table':
      return jsonReply(
        200,
        renderTable(tableRenderer(type), objects, {
          metadata,
          now: context.store.now(),
          includeObject: includeObject(query),
          view: object => viewOf(type, object),
        }),
      );
    case 'partial':
      return jsonReply(200, {
        kind: 'PartialObjectMetadataList',
        apiVersion: 'meta.k8s.io/v1',
        metadata,
        items: objects.map(partialMetadata),
      });
    default:
      return {
        status: 200,
        body: { chunks: encodeList(context, type, metadata, objects) },
      };
  }
}

function selectPage(
  context: ApiContext,
  type: ResourceType,
  selection: Selection,
  query: URLSearchParams,
): Page {
  const limit = Number(query.get('limit') ?? 0) || 0;
  const start = startOf(context, type, query);
  const scope = selection.namespace ? `${selection.namespace}/` : '';
  const after = start.after === undefined ? undefined : scope + start.after;
  const objects: KubeObject[] = [];
  const { from, to } = type.computed
    ? { from: 0, to: start.objects.length }
    : rangeOf(start.objects, scope, after);
  let remaining = 0;
  for (let index = from; index < to; index += 1) {
    const object = start.objects[index];
    if (!selection.matches(object)) continue;
    if (limit > 0 && objects.length === limit) {
      remaining = selection.hasSelectors ? 1 : to - index;
      break;
    }
    objects.push(object);
  }
  const { resourceVersion } = start;
  if (resourceVersion === undefined) return { objects, metadata: {} };
  if (remaining === 0) return { objects, metadata: { resourceVersion } };
  context.snapshots.keep(type, resourceVersion, start.objects);
  return {
    objects,
    metadata: {
      resourceVersion,
      continue: encodeContinueToken({
        resourceVersion,
        after: ObjectTable.keyOf(objects[objects.length - 1]).slice(
          scope.length,
        ),
      }),
      ...(!selection.hasSelectors && { remainingItemCount: remaining }),
    },
  };
}

/** Where a namespace (or everything) begins behind a key, and where it ends. */
function rangeOf(
  objects: readonly KubeObject[],
  scope: string,
  after: string | undefined,
): { from: number; to: number } {
  const first = (isBehind: (key: string) => boolean) => {
    let low = 0;
    let high = objects.length;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (isBehind(ObjectTable.keyOf(objects[middle]))) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  return {
    from: first(key => (after === undefined ? key >= scope : key > after)),
    to: scope
      ? first(key => key > scope && !key.startsWith(scope))
      : objects.length,
  };
}

function startOf(
  context: ApiContext,
  type: ResourceType,
  query: URLSearchParams,
): {
  objects: readonly KubeObject[];
  resourceVersion?: string;
  after?: string;
} {
  const { store, snapshots } = context;
  const text = query.get('continue');
  if (text) {
    const token = decodeContinueToken(text);
    if (token.resourceVersion === INCONSISTENT) {
      const { resourceVersion } = store;
      return { ...token, resourceVersion, objects: store.list(type) };
    }
    const objects = snapshots.find(type, token.resourceVersion);
    if (!objects) {
      throw new ApiError(
        410,
        'Expired',
        'The provided continue parameter is too old to display a consistent list result. You can start a new list without the continue parameter, or use the continue token in this response to retrieve the remainder of the results. Continuing with the provided token results in an inconsistent list - objects that were created, modified, or deleted between the time the first chunk was returned and now may show up in the list.',
        undefined,
        {},
        encodeContinueToken({ ...token, resourceVersion: INCONSISTENT }),
      );
    }
    return { ...token, objects };
  }
  if (type.computed) return { objects: store.list(type) };
  checkResourceVersion(context, type, query);
  return { objects: store.list(type), resourceVersion: store.resourceVersion };
}

function checkResourceVersion(
  { store }: ApiContext,
  type: ResourceType,
  query: URLSearchParams,
): void {
  const requested = query.get('resourceVersion');
  if (!requested || requested === '0') return;
  if (!/^\d+$/.test(requested)) {
    throw badRequest(
      `resourceVersion: Invalid value: "${requested}": strconv.ParseUint: parsing "${requested}": invalid syntax`,
    );
  }
  if (Number(requested) > Number(store.resourceVersion)) {
    throw tooLargeResourceVersion(requested, store.resourceVersion);
  }
  const exact = query.get('resourceVersionMatch') === 'Exact';
  if (exact && Number(requested) < store.history.oldest(type)) {
    throw expired('The resourceVersion for the provided list is too old.');
  }
}

/** A list put together from the cached bytes of its objects. */
function* encodeList(
  { encoder }: ApiContext,
  type: ResourceType,
  metadata: object,
  objects: KubeObject[],
): Iterable<Buffer> {
  const head = {
    kind: type.listKind,
    apiVersion: apiVersionOf(type),
    metadata,
  };
  let parts = [Buffer.from(`${JSON.stringify(head).slice(0, -1)},"items":[`)];
  let size = 0;
  let first = true;
  for (const object of objects) {
    if (!first) parts.push(COMMA);
    first = false;
    for (const part of encoder.item(type, viewOf(type, object))) {
      parts.push(part);
      size += part.length;
    }
    if (size > CHUNK) {
      yield Buffer.concat(parts);
      parts = [];
      size = 0;
    }
  }
  parts.push(END);
  yield Buffer.concat(parts);
}
