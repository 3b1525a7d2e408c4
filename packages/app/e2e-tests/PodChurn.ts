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

import { request } from 'node:https';
import { DemoClusterAccess } from 'portal-process';

/** What of a pod both the API server and the grid tell. */
export interface PodFacts {
  name: string;
  status: string;
  restarts: number;
}

const CHANGES = ['create', 'delete', 'recreate', 'restart'] as const;

/** Changes the pods of one namespace through the API, at random: what anybody with kubectl might do. */
export class PodChurn {
  readonly #cluster: DemoClusterAccess;
  readonly #namespace: string;
  readonly #random: () => number;
  #created = 0;

  constructor(options: {
    cluster: DemoClusterAccess;
    namespace: string;
    random: () => number;
  }) {
    this.#cluster = options.cluster;
    this.#namespace = options.namespace;
    this.#random = options.random;
  }

  async fill(count: number): Promise<void> {
    await this.#ask('POST', '/api/v1/namespaces', {
      metadata: { name: this.#namespace },
    });
    for (let index = 0; index < count; index += 1) await this.#create();
  }

  async change(times: number): Promise<void> {
    for (let index = 0; index < times; index += 1) {
      const change = this.#pick(CHANGES);
      const pods = await this.pods();
      if (change === 'create' || pods.length < 5) {
        await this.#create();
        continue;
      }
      const { name, restarts } = this.#pick(pods);
      if (change === 'restart') {
        await this.#setStatus(name, restarts + 1);
      } else {
        await this.#ask('DELETE', `${this.#path()}/${name}`, {
          gracePeriodSeconds: 0,
        });
        if (change === 'recreate') await this.#create(name);
      }
    }
  }

  /** What the API server holds, by name. */
  async pods(): Promise<PodFacts[]> {
    const { items } = await this.#ask('GET', this.#path());
    return items
      .map(({ metadata, status }: any) => ({
        name: metadata.name,
        status: status.phase,
        restarts: status.containerStatuses?.[0]?.restartCount ?? 0,
      }))
      .sort(byName);
  }

  async podsOfCluster(): Promise<number> {
    const { items } = await this.#ask('GET', '/api/v1/pods');
    return items.length;
  }

  async #create(name?: string): Promise<void> {
    this.#created += 1;
    const pod = name ?? `pod-${this.#created}`;
    await this.#ask('POST', this.#path(), {
      metadata: { name: pod },
      spec: { containers: [{ name: 'main', image: 'registry.test/app:1' }] },
    });
    await this.#setStatus(pod, this.#created);
  }

  async #setStatus(name: string, restartCount: number): Promise<void> {
    const image = 'registry.test/app:1';
    await this.#ask('PATCH', `${this.#path()}/${name}/status`, {
      status: {
        phase: 'Running',
        conditions: [{ type: 'Ready', status: 'True' }],
        containerStatuses: [
          {
            name: 'main',
            image,
            imageID: image,
            ready: true,
            restartCount,
            state: { running: { startedAt: '2026-01-01T00:00:00Z' } },
          },
        ],
      },
    });
  }

  #path(): string {
    return `/api/v1/namespaces/${this.#namespace}/pods`;
  }

  #pick<T>(of: readonly T[]): T {
    return of[Math.floor(this.#random() * of.length)];
  }

  #ask(method: string, path: string, body?: object): Promise<any> {
    const { url, ca, token } = this.#cluster;
    const text = body ? JSON.stringify(body) : '';
    return new Promise((resolve, reject) => {
      const asked = request(
        `${url}${path}`,
        {
          method,
          ca,
          headers: {
            authorization: `Bearer ${token}`,
            // Node does not count it for a DELETE.
            'content-length': Buffer.byteLength(text),
            'content-type':
              method === 'PATCH'
                ? 'application/merge-patch+json'
                : 'application/json',
          },
        },
        async response => {
          let answer = '';
          for await (const chunk of response) answer += chunk;
          if (response.statusCode! < 300) resolve(JSON.parse(answer));
          else reject(new Error(`${method} ${path}: ${answer}`));
        },
      );
      asked.once('error', reject);
      asked.end(text);
    });
  }
}

/** The order of names, without a locale. */
export function byName(one: PodFacts, other: PodFacts): number {
  return one.name < other.name ? -1 : 1;
}
