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

import { NotFoundError } from '@backstage/errors';
import {
  ClusterConnection,
  ClusterRequestError,
} from '@quarterdeck/backstage-plugin-fleet-node';

/** Where a cluster serves a resource. */
export interface ApiResource {
  /** Group, empty for the core one. */
  readonly group: string;
  readonly version: string;
  readonly plural: string;
  readonly kind: string;
  readonly namespaced: boolean;
}

const TTL_MS = 5 * 60_000;
const MOST_GROUPS = 2_000;
const TIMEOUT_MS = 10_000;

/** The versions of a group, the preferred one first, each with its resources. */
type GroupResources = readonly ApiResource[];

/**
 * Where clusters serve their resources, read group by group when asked for and kept a while.
 *
 * @remarks
 *
 * Not by aggregated discovery: that answers with every group of the cluster, megabytes where there are many custom resources, to name one.
 */
export class ApiResources {
  readonly #now: () => number;
  readonly #groups = new Map<
    string,
    { until: number; resources: Promise<GroupResources> }
  >();

  constructor(options: { now?: () => number } = {}) {
    this.#now = options.now ?? Date.now;
  }

  /**
   * Finds a resource by its plural and group (`deployments.apps`).
   *
   * @throws NotFoundError when the cluster does not serve it.
   */
  async find(
    connection: ClusterConnection,
    resource: string,
  ): Promise<ApiResource> {
    const [plural, ...rest] = resource.split('.');
    const resources = await this.#group(connection, rest.join('.'));
    const found = resources.find(served => served.plural === plural);
    if (!found) {
      throw new NotFoundError(
        `Cluster '${connection.cluster}' has no resource '${resource}'`,
      );
    }
    return found;
  }

  /** Finds a resource by the kind and version that an object names; undefined when the cluster does not serve it. */
  async ofKind(
    connection: ClusterConnection,
    apiVersion: string,
    kind: string,
  ): Promise<ApiResource | undefined> {
    const [group, version] = apiVersion.includes('/')
      ? apiVersion.split('/')
      : ['', apiVersion];
    const resources = await this.#group(connection, group);
    return (
      resources.find(
        served => served.kind === kind && served.version === version,
      ) ?? resources.find(served => served.kind === kind)
    );
  }

  /** Forgets a group, in which something was not found where it was said to be. */
  forget(cluster: string, group: string): void {
    this.#groups.delete(`${cluster} ${group}`);
  }

  #group(
    connection: ClusterConnection,
    group: string,
  ): Promise<GroupResources> {
    const key = `${connection.cluster} ${group}`;
    const known = this.#groups.get(key);
    if (known && known.until > this.#now()) {
      return known.resources;
    }
    const resources = readGroup(connection, group);
    if (this.#groups.size >= MOST_GROUPS) {
      this.#groups.delete(this.#groups.keys().next().value!);
    }
    this.#groups.set(key, { until: this.#now() + TTL_MS, resources });
    resources.catch(() => {
      if (this.#groups.get(key)?.resources === resources) {
        this.#groups.delete(key);
      }
    });
    return resources;
  }
}

async function readGroup(
  connection: ClusterConnection,
  group: string,
): Promise<GroupResources> {
  const options = { timeout: TIMEOUT_MS };
  try {
    if (group === '') {
      return await readVersion(connection, '/api/v1', '', 'v1');
    }
    const path = `/apis/${encodeURIComponent(group)}`;
    const { preferredVersion, versions = [] } = await connection.get<{
      preferredVersion?: { version: string };
      versions?: { version: string }[];
    }>(path, options);
    const names = [preferredVersion, ...versions].flatMap(part =>
      part ? [part.version] : [],
    );
    const lists = await Promise.all(
      [...new Set(names)].map(version =>
        readVersion(
          connection,
          `${path}/${encodeURIComponent(version)}`,
          group,
          version,
        ),
      ),
    );
    return lists.flat();
  } catch (error) {
    if (error instanceof ClusterRequestError && error.status === 404) {
      return [];
    }
    throw error;
  }
}

async function readVersion(
  connection: ClusterConnection,
  path: string,
  group: string,
  version: string,
): Promise<ApiResource[]> {
  const { resources = [] } = await connection.get<{
    resources?: { name: string; kind: string; namespaced: boolean }[];
  }>(path, { timeout: TIMEOUT_MS });
  return resources
    .filter(({ name }) => !name.includes('/'))
    .map(({ name, kind, namespaced }) => ({
      group,
      version,
      plural: name,
      kind,
      namespaced,
    }));
}
