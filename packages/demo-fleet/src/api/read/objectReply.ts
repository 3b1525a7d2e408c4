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
import { ApiRequest, jsonReply, Reply } from '../ApiExchange';
import { notFound } from '../ApiError';
import { negotiateRepresentation } from '../negotiate';
import { partialMetadata } from '../ObjectEncoder';
import { includeObject } from '../table/includeObject';
import { renderTable, tableRenderer } from '../table/renderTable';

/** The stored object that a request names. */
export function requireObject(
  context: ApiContext,
  type: ResourceType,
  request: ApiRequest,
): KubeObject {
  const { namespace, name = '' } = request.info.resource ?? {};
  const object = context.store.get(type, namespace, name);
  if (!object) throw notFound(type, name);
  return object;
}

/** One object, in the form that the client asked for. */
export function objectReply(
  context: ApiContext,
  type: ResourceType,
  request: ApiRequest,
  object: KubeObject,
  status = 200,
): Reply {
  switch (negotiateRepresentation(request.headers.accept)) {
    case 'table':
      return jsonReply(
        status,
        renderTable(tableRenderer(type), [object], {
          metadata: { resourceVersion: object.metadata.resourceVersion },
          now: context.store.now(),
          includeObject: includeObject(request.query),
          view: each => viewOf(type, each),
        }),
      );
    case 'partial':
      return jsonReply(status, partialMetadata(object));
    default:
      return jsonReply(status, viewOf(type, object));
  }
}
