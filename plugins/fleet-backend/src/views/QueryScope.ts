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

import { ViewScope } from '@quarterdeck/backstage-plugin-fleet-common';
import { ViewVisibility } from '@quarterdeck/backstage-plugin-fleet-node';
import stringify from 'safe-stable-stringify';
import { NamespaceDirectory } from '../permissions/NamespaceDirectory';
import { Viewer } from '../permissions/Viewer';

/**
 * Which rows one question may use: what the viewer may read, what the view shows of it, and what was asked for.
 */
export class QueryScope {
  readonly #viewer: Viewer;
  readonly #visibility: ViewVisibility;
  readonly #directory: NamespaceDirectory;
  readonly #clusters: ReadonlySet<string> | undefined;
  readonly #namespaces: ReadonlySet<string> | undefined;
  /** Equal for scopes that admit the same rows. */
  readonly key: string;

  constructor(options: {
    viewer: Viewer;
    visibility: ViewVisibility;
    scope: ViewScope;
    directory: NamespaceDirectory;
  }) {
    this.#viewer = options.viewer;
    this.#visibility = options.visibility;
    this.#directory = options.directory;
    this.#clusters =
      options.scope.clusters && new Set([...options.scope.clusters].sort());
    this.#namespaces =
      options.scope.namespaces && new Set([...options.scope.namespaces].sort());
    this.key = stringify([
      options.viewer.key,
      this.#clusters && [...this.#clusters],
      this.#namespaces && [...this.#namespaces],
    ]);
  }

  /** Whether anything of a cluster may be shown, its name and health included. */
  admitsCluster(cluster: string): boolean {
    if (this.#clusters && !this.#clusters.has(cluster)) {
      return false;
    }
    if (this.#visibility === 'withheld') {
      return this.seesAll(cluster);
    }
    if (this.#viewer.cluster(cluster)) {
      return true;
    }
    if (this.#visibility === 'cluster') {
      return false;
    }
    for (const namespace of this.#directory.namespaces(cluster)) {
      if (this.#viewer.namespace(cluster, namespace)) {
        return true;
      }
    }
    return false;
  }

  /** Whether rows of a namespace, or cluster-scoped rows for the empty one, may be used. */
  admits(cluster: string, namespace: string): boolean {
    if (this.#clusters && !this.#clusters.has(cluster)) {
      return false;
    }
    if (namespace !== '' && this.#namespaces?.has(namespace) === false) {
      return false;
    }
    switch (this.#visibility) {
      case 'cluster':
        return this.#viewer.cluster(cluster);
      case 'withheld':
        return this.seesAll(cluster);
      default:
        return namespace === ''
          ? this.#viewer.cluster(cluster)
          : this.#viewer.namespace(cluster, namespace);
    }
  }

  /** How many of the namespaces of a cluster that were asked for the viewer may read. */
  namespaceCoverage(cluster: string): { visible: number; all: number } {
    let visible = 0;
    let all = 0;
    for (const namespace of this.#directory.namespaces(cluster)) {
      if (this.#namespaces?.has(namespace) !== false) {
        all += 1;
        if (
          this.#visibility === 'cluster' ||
          this.#viewer.namespace(cluster, namespace)
        ) {
          visible += 1;
        }
      }
    }
    return { visible, all };
  }

  /** Whether the viewer may read the cluster and each of its namespaces, asked for or not. */
  seesAll(cluster: string): boolean {
    if (!this.#viewer.cluster(cluster)) {
      return false;
    }
    for (const namespace of this.#directory.namespaces(cluster)) {
      if (!this.#viewer.namespace(cluster, namespace)) {
        return false;
      }
    }
    return true;
  }
}
