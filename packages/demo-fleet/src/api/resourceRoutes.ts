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

import { apiVersionOf, ResourceType } from '../store/ResourceType';
import type { ApiContext } from './ApiContext';
import type { ApiRequest, Reply } from './ApiExchange';
import { methodNotAllowed, notFound } from './ApiError';
import { reviews } from './auth/reviews';
import { requestToken } from './auth/requestToken';
import { readLog } from './logs/readLog';
import { NOT_FOUND } from './nonResourceRoutes';
import { listObjects } from './read/listObjects';
import { objectReply, requireObject } from './read/objectReply';
import { watchObjects } from './watch/watchObjects';
import { createObject } from './write/createObject';
import { deleteCollection, deleteObject } from './write/deleteObject';
import { patchObject } from './write/patchObject';
import { bindPod, evictPod, finalizeNamespace } from './write/podSubresources';
import { answerScale } from './write/scaleSubresource';
import { updateObject } from './write/updateObject';

type Handler = (
  context: ApiContext,
  type: ResourceType,
  request: ApiRequest,
) => Promise<Reply>;

const getObject: Handler = async (context, type, request) =>
  objectReply(context, type, request, requireObject(context, type, request));

const HANDLERS: Record<string, Handler> = {
  get: getObject,
  list: async (...args) => listObjects(...args),
  watch: async (...args) => watchObjects(...args),
  create: createObject,
  update: updateObject,
  patch: patchObject,
  delete: deleteObject,
  deletecollection: deleteCollection,
};

/** What the server says of kinds that are on their way out. */
const WARNINGS: Record<string, string> = {
  'v1/endpoints':
    '299 - "v1 Endpoints is deprecated in v1.33+; use discovery.k8s.io/v1 EndpointSlice"',
};

const SUBRESOURCES: Record<string, Record<string, Handler>> = {
  status: { get: getObject, update: updateObject, patch: patchObject },
  eviction: { create: evictPod },
  binding: { create: bindPod },
  finalize: { update: finalizeNamespace },
  log: { get: readLog },
  token: { create: requestToken },
};

/** Objects of any kind: the same verbs for each of them. */
export async function answerResource(
  context: ApiContext,
  request: ApiRequest,
): Promise<Reply> {
  const { resource, verb } = request.info;
  if (!resource) return NOT_FOUND;
  const { group, version, plural, namespace, name, subresource } = resource;
  const review = reviews[`${apiVersionOf({ group, version })}/${plural}`];
  if (review) {
    if (verb !== 'create') throw methodNotAllowed();
    return review(context, request);
  }
  const type = context.store.types.find(group, version, plural);
  if (!type) return NOT_FOUND;
  if (subresource) {
    return answerSubresource(context, type, subresource, request);
  }
  if (!type.namespaced && namespace) return NOT_FOUND;
  if (type.namespaced && name && !namespace) return NOT_FOUND;
  const handler = HANDLERS[verb];
  const isAllowed = type.verbs.includes(verb) && !(verb === 'create' && name);
  if (!handler || !isAllowed) throw methodNotAllowed();
  const reply = await handler(context, type, request);
  const warning = WARNINGS[`${apiVersionOf(type)}/${type.plural}`];
  return warning ? { ...reply, headers: { ...reply.headers, warning } } : reply;
}

async function answerSubresource(
  context: ApiContext,
  type: ResourceType,
  subresource: string,
  request: ApiRequest,
): Promise<Reply> {
  const { namespace, name = '' } = request.info.resource ?? {};
  const { verb } = request.info;
  if (subresource === 'proxy' && type.kind === 'Service') {
    // Nothing listens behind the services of a simulated cluster.
    const service = name.split(':')[name.includes(':') ? 1 : 0];
    if (!context.store.get(type, namespace, service)) {
      throw notFound(type, service);
    }
    return NOT_FOUND;
  }
  if (!type.subresources.some(each => each === subresource)) return NOT_FOUND;
  if (subresource === 'scale') {
    return answerScale(context, type, verb, request);
  }
  const handler = SUBRESOURCES[subresource]?.[verb];
  if (!handler) throw methodNotAllowed();
  return handler(context, type, request);
}
