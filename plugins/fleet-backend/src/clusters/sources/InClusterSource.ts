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

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ClusterDefinition } from '../ClusterDefinition';
import { ownServiceAccount } from '../kubernetes/ownServiceAccount';
import { ClusterSource } from './ClusterSource';

export interface InClusterItem {
  readonly key: string;
  readonly name: string;
  readonly title: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly namespaces: readonly string[] | undefined;
  /** Where the service account is mounted. */
  readonly folder: string;
}

/** The cluster that the backend runs in, with the service account of its pod, whose token is read again as Kubernetes renews it. */
export class InClusterSource implements ClusterSource {
  readonly #item: InClusterItem;
  readonly #environment: NodeJS.ProcessEnv;

  constructor(
    item: InClusterItem,
    environment: NodeJS.ProcessEnv = process.env,
  ) {
    this.#item = item;
    this.#environment = environment;
  }

  get key(): string {
    return this.#item.key;
  }

  start(report: (definitions: readonly ClusterDefinition[]) => void): void {
    const { name, title, labels, namespaces, folder } = this.#item;
    const endpoint = ownServiceAccount(folder, this.#environment);
    const common = {
      name,
      title,
      labels,
      namespaces,
      aliases: [],
      demo: false,
      source: 'in-cluster',
    } as const;
    report([
      endpoint
        ? {
            ...common,
            auth: 'service-account',
            contextNamespace: ownNamespace(folder),
            endpoint: {
              ...endpoint,
              fingerprint: `in-cluster ${endpoint.server.href} ${folder}`,
            },
          }
        : {
            ...common,
            auth: 'none',
            problem: {
              message:
                'The backend does not run in a cluster: it finds no service account of a pod.',
              advice: `Run it in the cluster with a service account that is mounted (automountServiceAccountToken), or take ${this.key} out of the configuration.`,
            },
          },
    ]);
  }

  async stop(): Promise<void> {
    // Nothing runs: the credential reads its files by itself.
  }
}

function ownNamespace(folder: string): string | undefined {
  try {
    return readFileSync(path.join(folder, 'namespace'), 'utf8').trim();
  } catch {
    return undefined;
  }
}
