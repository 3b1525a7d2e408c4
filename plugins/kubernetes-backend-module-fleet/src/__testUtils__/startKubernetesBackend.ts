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

import { Entity } from '@backstage/catalog-model';
import { ClusterRow } from '@quarterdeck/backstage-plugin-fleet-common';
import { ClusterLogin } from '@quarterdeck/backstage-plugin-fleet-node';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';

/** A cluster of the fleet; without a token, asking for it fails. */
export interface PublishedCluster {
  readonly row: ClusterRow;
  readonly login?: Omit<ClusterLogin, 'token'> & { readonly token?: string };
}

export interface KubernetesBackend {
  readonly baseUrl: string;
  stop(): Promise<void>;
}

/** Starts a backend with Backstage's own Kubernetes plugin and our module in a process of its own. */
export async function startKubernetesBackend(options: {
  config: object;
  clusters: readonly PublishedCluster[];
  entities?: readonly Entity[];
}): Promise<KubernetesBackend> {
  const child = spawn(
    process.execPath,
    [
      '--require',
      require.resolve('@backstage/cli-node/config/nodeTransform.cjs'),
      path.join(__dirname, 'kubernetesBackend.ts'),
      JSON.stringify(options),
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const ended = once(child, 'exit');
  const lines = createInterface({ input: child.stdout });
  const port = await Promise.race([
    once(lines, 'line').then(([line]) => line),
    ended.then(() => {
      throw new Error('The backend with the Kubernetes plugin did not start');
    }),
  ]);
  return {
    baseUrl: `http://localhost:${port}/api/kubernetes`,
    async stop() {
      child.kill();
      await ended;
    },
  };
}
