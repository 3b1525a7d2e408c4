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

import { FetchApi } from '@backstage/frontend-plugin-api';
import { ResponseError } from '@backstage/errors';
import {
  ClusterAccess,
  clusterAccessSchema,
  ConnectionTest,
  ConnectionTestInput,
  connectionTestSchema,
  RbacManifestOptions,
  rbacManifestOptionsSchema,
  StoredCluster,
  StoredClusterChange,
  StoredClusterInput,
  storedClusterSchema,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { z } from 'zod';

const BASE = 'plugin://fleet/v1';
const TIMEOUT_MS = 20_000;
// Every step of it waits for a cluster.
const TEST_TIMEOUT_MS = 60_000;

const storedClustersSchema = z.object({ items: z.array(storedClusterSchema) });

interface Request {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  body?: unknown;
  signal?: AbortSignal;
  timeout?: number;
}

/** What the backend is asked about how clusters are connected. Rejects with `ResponseError` when it refuses. */
export class ClusterSettings {
  readonly #fetchApi: FetchApi;

  constructor(options: { fetchApi: FetchApi }) {
    this.#fetchApi = options.fetchApi;
  }

  async access(cluster: string, signal?: AbortSignal): Promise<ClusterAccess> {
    const path = `clusters/${encodeURIComponent(cluster)}/access`;
    const response = await this.#send(path, { signal });
    return clusterAccessSchema.parse(await response.json());
  }

  /** YAML, to be applied by somebody who may. */
  async rbacManifest(
    options: RbacManifestOptions,
    signal?: AbortSignal,
  ): Promise<string> {
    const wanted = rbacManifestOptionsSchema.parse(options);
    const params = new URLSearchParams();
    Object.entries(wanted).forEach(([key, value]) => {
      if (value === undefined || String(value) === '') return;
      params.set(key, Array.isArray(value) ? value.join(',') : String(value));
    });
    const response = await this.#send(`rbac-manifest?${params}`, { signal });
    return response.text();
  }

  async storedClusters(signal?: AbortSignal): Promise<StoredCluster[]> {
    const response = await this.#send('stored-clusters', { signal });
    return storedClustersSchema.parse(await response.json()).items;
  }

  async add(input: StoredClusterInput): Promise<void> {
    await this.#send('stored-clusters', { method: 'POST', body: input });
  }

  async change(name: string, change: StoredClusterChange): Promise<void> {
    await this.#send(`stored-clusters/${encodeURIComponent(name)}`, {
      method: 'PUT',
      body: change,
    });
  }

  async remove(name: string): Promise<void> {
    await this.#send(`stored-clusters/${encodeURIComponent(name)}`, {
      method: 'DELETE',
    });
  }

  async test(
    input: ConnectionTestInput,
    signal?: AbortSignal,
  ): Promise<ConnectionTest> {
    const response = await this.#send('clusters/test', {
      method: 'POST',
      body: input,
      signal,
      timeout: TEST_TIMEOUT_MS,
    });
    return connectionTestSchema.parse(await response.json());
  }

  async #send(path: string, request: Request): Promise<Response> {
    const { method = 'GET', body, signal, timeout = TIMEOUT_MS } = request;
    const deadline = AbortSignal.timeout(timeout);
    const response = await this.#fetchApi.fetch(`${BASE}/${path}`, {
      method,
      signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
      ...(body !== undefined && {
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      }),
    });
    if (!response.ok) throw await ResponseError.fromResponse(response);
    return response;
  }
}
