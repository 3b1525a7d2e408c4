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
  networkPoliciesResource,
  NetworkPolicyRow,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  ProjectionContext,
  watchedResource,
} from '@quarterdeck/backstage-plugin-fleet-node';
import { objectHead, ObjectMetadata } from './objectHead';

interface NetworkPolicy {
  metadata: ObjectMetadata;
  spec?: {
    podSelector?: {
      matchLabels?: Record<string, string>;
      matchExpressions?: { key?: string }[];
    };
    policyTypes?: string[];
    egress?: { to?: object[]; ports?: object[] }[];
  };
}

/** NetworkPolicies of every namespace, watched while somebody looks. */
export const networkPolicies = watchedResource(networkPoliciesResource, {
  group: 'networking.k8s.io',
  version: 'v1',
  plural: 'networkpolicies',
  keep: 'while-viewed',
  fields: [
    'metadata.creationTimestamp',
    'spec.podSelector',
    'spec.policyTypes',
    'spec.egress.to.ipBlock.cidr',
  ],
  project: networkPolicyRow,
});

/** Where it names no types, it isolates for ingress, and for egress too when it has rules of that. */
function networkPolicyRow(
  { metadata, spec }: NetworkPolicy,
  context: ProjectionContext,
): NetworkPolicyRow {
  const types = spec?.policyTypes?.length
    ? spec.policyTypes
    : ['Ingress', ...(spec?.egress?.length ? ['Egress'] : [])];
  const { matchLabels, matchExpressions } = spec?.podSelector ?? {};
  return {
    ...objectHead(metadata, context),
    ingress: types.includes('Ingress'),
    egress: types.includes('Egress'),
    allPods:
      Object.keys(matchLabels ?? {}).length === 0 && !matchExpressions?.length,
  };
}
