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

import { ClusterDefinition, ClusterEndpoint } from '../ClusterDefinition';
import { ClusterNames } from '../kubeconfig/clusterNames';

/** What a source has reported last. */
export interface SourceReport {
  /** Place of the source in the configuration. */
  readonly key: string;
  readonly definitions: readonly ClusterDefinition[];
}

/**
 * All sources as one fleet: earlier sources come first. One API server is one cluster, with the names that later ones have for it as aliases; names that are
 * taken get a mark, the same one every time.
 *
 * @param sameAs - for the name of a cluster the name of the earlier one that it turned out to be, although it is reached elsewhere
 */
export function mergeClusters(
  reports: readonly SourceReport[],
  sameAs: ReadonlyMap<string, string> = new Map(),
): ClusterDefinition[] {
  const names = new ClusterNames();
  const merged = new Map<string, ClusterDefinition>();
  const byServer = new Map<string, string>();
  for (const { key, definitions } of reports) {
    for (const definition of definitions) {
      const server = definition.endpoint && serverOf(definition.endpoint);
      const first = server === undefined ? undefined : byServer.get(server);
      if (first !== undefined) {
        addAliases(merged, first, definition);
        continue;
      }
      const name = names.take(definition.name, key);
      const known = sameAs.get(name);
      if (known !== undefined && merged.has(known)) {
        addAliases(merged, known, { ...definition, name });
        continue;
      }
      merged.set(name, { ...definition, name });
      if (server !== undefined) byServer.set(server, name);
    }
  }
  return [...merged.values()];
}

/** Behind the proxy of the Kubernetes plugin all clusters have one address. */
function serverOf({ server, proxiedCluster }: ClusterEndpoint): string {
  return `${server.href} ${proxiedCluster ?? ''}`;
}

function addAliases(
  merged: Map<string, ClusterDefinition>,
  name: string,
  { title, aliases }: ClusterDefinition,
): void {
  const first = merged.get(name)!;
  const all = [...first.aliases, title, ...aliases].filter(
    alias => alias !== first.title,
  );
  merged.set(name, { ...first, aliases: [...new Set(all)] });
}
