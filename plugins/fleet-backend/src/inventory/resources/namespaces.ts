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
  NamespaceRow,
  namespacesResource,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  ProjectionContext,
  watchedResource,
} from '@quarterdeck/backstage-plugin-fleet-node';
import { epochOf } from './kubernetesTime';

interface Namespace {
  metadata: {
    uid: string;
    name: string;
    creationTimestamp?: string;
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
  };
  status?: { phase?: string };
}

const OWNER_ANNOTATION = 'backstage.io/owner';

/** Namespaces, watched from the start: permissions look at them. */
export const namespaces = watchedResource(namespacesResource, {
  group: '',
  version: 'v1',
  plural: 'namespaces',
  keep: 'always',
  fields: [
    'metadata.creationTimestamp',
    'metadata.labels',
    `metadata.annotations[${OWNER_ANNOTATION}]`,
    'status.phase',
  ],
  project: namespaceRow,
});

function namespaceRow(
  namespace: Namespace,
  { cluster, intern }: ProjectionContext,
): NamespaceRow {
  const name = intern(namespace.metadata.name);
  const owner = namespace.metadata.annotations?.[OWNER_ANNOTATION];
  return {
    uid: namespace.metadata.uid,
    cluster,
    namespace: name,
    name,
    phase: intern(namespace.status?.phase ?? 'Unknown'),
    owner: owner === undefined ? undefined : intern(owner),
    labels: namespace.metadata.labels ?? {},
    created: epochOf(namespace.metadata.creationTimestamp) ?? 0,
  };
}
