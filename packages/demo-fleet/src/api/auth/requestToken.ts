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
import { ApiRequest, jsonReply, Reply } from '../ApiExchange';
import { invalid } from '../ApiError';
import { requireObject } from '../read/objectReply';
import { readObject } from '../write/readObject';

const TOKEN_REQUEST = {
  group: 'authentication.k8s.io',
  version: 'v1',
  kind: 'TokenRequest',
};
const SHORTEST_SECONDS = 600;
const USUAL_SECONDS = 3_600;

/** Gives out a token of a service account for some time. */
export async function requestToken(
  context: ApiContext,
  type: ResourceType,
  request: ApiRequest,
): Promise<Reply> {
  const account = requireObject(context, type, request);
  const { spec } = await readObject(request, TOKEN_REQUEST);
  const seconds = spec?.expirationSeconds ?? USUAL_SECONDS;
  if (seconds < SHORTEST_SECONDS) {
    throw invalid(TOKEN_REQUEST, '', [
      {
        reason: 'FieldValueInvalid',
        message: `Invalid value: ${seconds}: may not specify a duration less than 10 minutes`,
        field: 'spec.expirationSeconds',
      },
    ]);
  }
  const { name, namespace } = account.metadata;
  return jsonReply(201, {
    kind: TOKEN_REQUEST.kind,
    apiVersion: 'authentication.k8s.io/v1',
    metadata: {
      name,
      namespace,
      creationTimestamp: context.store.timestamp(),
    },
    spec: { ...spec, expirationSeconds: seconds },
    status: context.serviceAccounts.issue(account, seconds, spec?.audiences),
  });
}
