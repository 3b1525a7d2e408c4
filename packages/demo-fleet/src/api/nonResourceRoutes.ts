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

import { apiVersionOf } from '../store/ResourceType';
import type { ApiContext } from './ApiContext';
import { ApiRequest, jsonReply, Reply, textReply } from './ApiExchange';
import { methodNotAllowed } from './ApiError';
import { DiscoveryDocuments } from './discovery/discoveryDocuments';
import {
  OPENAPI_V2_PROTOBUF,
  openApiDocument,
  openApiIndex,
  openApiV2,
  openApiV2Protobuf,
} from './discovery/openApi';
import { healthText, versionInfo } from './discovery/serverInfo';
import { wantsAggregatedDiscovery } from './negotiate';

const AGGREGATED =
  'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList';

export const NOT_FOUND = textReply(404, '404 page not found\n');

/** Version, health, discovery and OpenAPI: everything that is no resource. */
export function answerNonResource(
  context: ApiContext,
  request: ApiRequest,
): Reply {
  const reply = findReply(context, request);
  if (!reply) return NOT_FOUND;
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    throw methodNotAllowed();
  }
  return reply;
}

function findReply(
  context: ApiContext,
  { info, query, headers }: ApiRequest,
): Reply | undefined {
  const path = info.path.replace(/(.)\/$/, '$1');
  const health = healthText(path, query.has('verbose'));
  if (health !== undefined) return textReply(200, health);
  if (path === '/version') return jsonReply(200, versionInfo(context.version));
  const documents = new DiscoveryDocuments(context.store.types);
  const [root, group, version, ...rest] = path.split('/').slice(1);
  if (path === '/api' || path === '/apis') {
    if (wantsAggregatedDiscovery(headers.accept)) {
      return {
        status: 200,
        contentType: AGGREGATED,
        headers: { 'cache-control': 'public', vary: 'Accept' },
        body: { json: documents.aggregated(path === '/api') },
      };
    }
    return jsonReply(
      200,
      path === '/api'
        ? documents.apiVersions(context.address())
        : documents.groupList(),
    );
  }
  if (root === 'api' && !version) {
    return found(documents.resourceList('', group));
  }
  if (root === 'apis' && rest.length === 0) {
    return found(
      version ? documents.resourceList(group, version) : documents.group(group),
    );
  }
  if (path === '/openapi/v2') {
    return headers.accept?.replace('@', '.').includes(OPENAPI_V2_PROTOBUF)
      ? {
          status: 200,
          contentType: OPENAPI_V2_PROTOBUF,
          body: { chunks: [openApiV2Protobuf()] },
        }
      : jsonReply(200, openApiV2());
  }
  if (path === '/openapi/v3') {
    return {
      ...jsonReply(200, openApiIndex(documents.groupVersions())),
      contentType: 'text/plain; charset=utf-8',
    };
  }
  if (path.startsWith('/openapi/v3/')) {
    const name = path.slice('/openapi/v3/'.length);
    const wanted = documents
      .groupVersions()
      .find(each => name === openApiName(each));
    return found(wanted && openApiDocument(wanted.types));
  }
  return undefined;
}

function openApiName(each: { group: string; version: string }): string {
  return `${each.group ? 'apis' : 'api'}/${apiVersionOf(each)}`;
}

function found(json: object | undefined): Reply | undefined {
  return json && jsonReply(200, json);
}
