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

import type { KubeObjectInput } from '../store/ObjectStore';
import type { Scenario } from './scenarioSchema';

/** Those that every cluster has, whoever uses it. */
export const SYSTEM_NAMESPACES = [
  'default',
  'kube-node-lease',
  'kube-public',
  'kube-system',
];

export interface NamespaceOwner {
  team: string;
  system: string;
}

export function ownerOf(
  teams: Scenario['teams'],
  namespace: string,
): NamespaceOwner | undefined {
  const found = Object.entries(teams).find(([, team]) =>
    team.namespaces.includes(namespace),
  );
  return found && { team: found[0], system: found[1].system ?? found[0] };
}

/** The namespaces of a cluster, with the teams that own them. */
export function namespaceManifests(
  teams: Scenario['teams'],
  inhabitants: ReadonlyArray<{ namespace: string }>,
): KubeObjectInput[] {
  const names = new Set([
    ...SYSTEM_NAMESPACES,
    ...inhabitants.map(({ namespace }) => namespace),
  ]);
  return [...names].map(name => namespaceManifest(name, ownerOf(teams, name)));
}

export function namespaceManifest(
  name: string,
  owner?: NamespaceOwner,
): KubeObjectInput {
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      name,
      ...(owner && {
        labels: {
          'app.kubernetes.io/part-of': owner.system,
          'quarterdeck.dev/team': owner.team,
        },
        annotations: { 'backstage.io/owner': `group:default/${owner.team}` },
      }),
    },
    status: { phase: 'Active' },
  };
}
