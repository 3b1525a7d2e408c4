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

import type { ResourceType } from '../../store/ResourceType';
import type { ApiContext } from '../ApiContext';
import type { ApiRequest, Reply } from '../ApiExchange';
import { ApiError, tooLargeResourceVersion } from '../ApiError';
import { negotiateRepresentation } from '../negotiate';
import { checkListOptions, sendsInitialEvents } from '../read/checkListOptions';
import { Selection } from '../read/Selection';
import { isTrue } from '../RequestInfo';
import { includeObject } from '../table/includeObject';
import { Watch } from './Watch';
import { watchFormat } from './WatchFormat';

/** Opens a watch; everything that can be refused is refused before it starts. */
export function watchObjects(
  context: ApiContext,
  type: ResourceType,
  request: ApiRequest,
): Reply {
  const { query, headers, info } = request;
  const namespace = info.resource?.namespace;
  const selection = Selection.fromQuery(type, namespace, query);
  const representation = negotiateRepresentation(headers.accept);
  const format = watchFormat(
    context,
    type,
    representation,
    includeObject(query),
  );
  checkListOptions(query, 'watch');
  const initial = sendsInitialEvents(query);
  const seconds = Number(query.get('timeoutSeconds') ?? 0);
  const version = parseVersion(query.get('resourceVersion'));
  const current = context.store.resourceVersion;
  if (initial && version !== undefined && version > Number(current)) {
    throw tooLargeResourceVersion(String(version), current);
  }
  // Without a version a watch begins with what is there, unless that is refused.
  const since = initial === false ? Number(current) : undefined;
  return {
    status: 200,
    body: {
      stream: sink =>
        new Watch(context, {
          type,
          selection,
          format,
          sink,
          resourceVersion: initial ? undefined : (version ?? since),
          markInitialEventsEnd: initial === true,
          bookmarks: isTrue(query.get('allowWatchBookmarks')),
          timeoutMs: seconds > 0 ? seconds * 1_000 : undefined,
        }).start(),
    },
  };
}

/** Undefined for "whatever is there now", as an absent version and 0 mean. */
function parseVersion(text: string | null): number | undefined {
  if (!text || text === '0') return undefined;
  if (!/^\d+$/.test(text)) {
    throw new ApiError(
      500,
      undefined,
      `resourceVersion: Invalid value: "${text}": strconv.ParseUint: parsing "${text}": invalid syntax`,
    );
  }
  return Number(text);
}
