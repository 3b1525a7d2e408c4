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
import { Whoami } from '@quarterdeck/backstage-plugin-fleet-common';
import { WARM_SCHEMA } from './warmRecord';

function distinct(names: readonly string[]): string[] {
  return [...new Set(names)].sort();
}

/** Names whom something is kept for. The whole text and no hash of it: two viewers must never have the same. */
export function warmViewer(
  backend: string,
  user: string,
  ownership: readonly string[],
): string {
  return JSON.stringify([WARM_SCHEMA, backend, user, distinct(ownership)]);
}

/** What a viewer may see and do. Namespaces come and go without anybody's rights being changed, so they count only where some are hidden. */
export function rightsOf(whoami: Whoami): string {
  const { user, ownership, clusters, actions, audit, admin } = whoami;
  const parts = clusters.map(
    ({ name, clusterScoped, visibleNamespaces, namespaces }) => [
      name,
      clusterScoped,
      visibleNamespaces === namespaces || visibleNamespaces,
    ],
  );
  return JSON.stringify([
    user,
    distinct(ownership),
    parts.sort(([a], [b]) => (a < b ? -1 : 1)),
    distinct(actions),
    audit,
    admin,
  ]);
}
