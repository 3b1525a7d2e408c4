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

import type { ApiContext } from '../ApiContext';
import { invalid } from '../ApiError';
import { ApiRequest, jsonReply, Reply } from '../ApiExchange';
import { trackUpdate } from '../managed/managedFields';
import { readObject } from '../write/readObject';
import { writeOptions } from '../write/WriteOptions';
import type { Identity } from './Identity';
import type { Decision } from './Authorizer';

const AUTHORIZATION = { group: 'authorization.k8s.io', version: 'v1' };
const AUTHENTICATION = { group: 'authentication.k8s.io', version: 'v1' };

type Answer = (context: ApiContext, request: ApiRequest) => Promise<Reply>;

/** Questions about who somebody is and what they may; nothing is stored. */
export const reviews: Record<string, Answer> = {
  'authentication.k8s.io/v1/selfsubjectreviews': async (context, request) => {
    const kind = 'SelfSubjectReview';
    await readObject(request, { ...AUTHENTICATION, kind });
    const { username, uid, groups } = request.identity;
    return jsonReply(201, {
      kind,
      apiVersion: 'authentication.k8s.io/v1',
      metadata: { creationTimestamp: context.store.timestamp() },
      status: { userInfo: { username, ...(uid && { uid }), groups } },
    });
  },
  'authorization.k8s.io/v1/selfsubjectaccessreviews': async (
    context,
    request,
  ) => {
    const kind = 'SelfSubjectAccessReview';
    const { spec } = await readObject(request, { ...AUTHORIZATION, kind });
    return accessReview(context, request, kind, spec, request.identity);
  },
  'authorization.k8s.io/v1/subjectaccessreviews': async (context, request) => {
    const kind = 'SubjectAccessReview';
    const { spec } = await readObject(request, { ...AUTHORIZATION, kind });
    return accessReview(context, request, kind, spec, subjectOf(spec));
  },
  'authorization.k8s.io/v1/localsubjectaccessreviews': async (
    context,
    request,
  ) => {
    const kind = 'LocalSubjectAccessReview';
    const { spec } = await readObject(request, { ...AUTHORIZATION, kind });
    const namespace = request.info.resource?.namespace;
    if (spec?.resourceAttributes?.namespace !== namespace) {
      throw invalid({ kind, ...AUTHORIZATION }, '', [
        {
          reason: 'FieldValueInvalid',
          message: `Invalid value: ${JSON.stringify(
            spec?.resourceAttributes?.namespace ?? '',
          )}: must match metadata.namespace`,
          field: 'spec.resourceAttributes.namespace',
        },
      ]);
    }
    return accessReview(context, request, kind, spec, subjectOf(spec));
  },
  'authorization.k8s.io/v1/selfsubjectrulesreviews': async (
    context,
    request,
  ) => {
    const kind = 'SelfSubjectRulesReview';
    const { spec } = await readObject(request, { ...AUTHORIZATION, kind });
    const rules = context.authorizer.rules(request.identity, spec?.namespace);
    return jsonReply(201, {
      kind,
      apiVersion: 'authorization.k8s.io/v1',
      metadata: {},
      spec: {},
      status: {
        resourceRules: rules.filter(rule => rule.resources),
        nonResourceRules: rules.filter(rule => rule.nonResourceURLs),
        incomplete: false,
      },
    });
  },
};

function accessReview(
  context: ApiContext,
  request: ApiRequest,
  kind: string,
  spec: any,
  identity: Identity,
): Reply {
  const { resourceAttributes: wanted, nonResourceAttributes: path } =
    spec ?? {};
  const { authorizer, store } = context;
  const decision: Decision = path
    ? authorizer.decidePath(identity, path.verb, path.path)
    : authorizer.decide(identity, {
        ...wanted,
        verb: wanted?.verb ?? '',
        group: wanted?.group ?? '',
        resource: wanted?.resource ?? '',
        subresource: wanted?.subresource || undefined,
        namespace: wanted?.namespace || undefined,
      });
  const review: any = {
    kind,
    apiVersion: 'authorization.k8s.io/v1',
    metadata: {},
    spec,
    status: { allowed: false },
  };
  const tracked = trackUpdate(undefined, review, {
    manager: writeOptions(request).fieldManager,
    time: store.timestamp(),
  });
  return jsonReply(201, { ...tracked, status: decision });
}

function subjectOf(spec: any): Identity {
  return { username: spec?.user ?? '', groups: spec?.groups ?? [] };
}
