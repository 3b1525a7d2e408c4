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

import type { ResourceType } from '../store/ResourceType';
import type { ApiContext } from './ApiContext';
import type { ApiRequest, Reply } from './ApiExchange';
import { methodNotAllowed } from './ApiError';
import { NOT_FOUND } from './nonResourceRoutes';
import { listObjects } from './read/listObjects';
import { objectReply, requireObject } from './read/objectReply';
import { watchObjects } from './watch/watchObjects';

/** Objects of any kind: the same verbs for each of them. */
export async function answerResource(
  context: ApiContext,
  request: ApiRequest,
): Promise<Reply> {
  const { resource, verb } = request.info;
  if (!resource) return NOT_FOUND;
  const { group, version, plural, subresource } = resource;
  const type = context.store.types.find(group, version, plural);
  if (!type) return NOT_FOUND;
  void subresource;
  return answerObjects(context, type, verb, request);
}

async function answerObjects(
  context: ApiContext,
  type: ResourceType,
  verb: string,
  request: ApiRequest,
): Promise<Reply> {
  switch (verb) {
    case 'get':
      return objectReply(
        context,
        type,
        request,
        requireObject(context, type, request),
      );
    case 'list':
      return listObjects(context, type, request);
    case 'watch':
      return watchObjects(context, type, request);
    default:
      throw methodNotAllowed();
  }
}
