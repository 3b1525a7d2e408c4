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

import { DiscoveryService, LoggerService } from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import { z } from 'zod';
import { Backoff } from '../../inventory/scheduling/Backoff';
import { Clock, sleep } from '../../inventory/scheduling/Clock';
import { LinkedAbort } from '../../inventory/scheduling/LinkedAbort';
import { ClusterDefinition, ClusterEndpoint } from '../ClusterDefinition';
import { ClusterCredentials } from '../credentials/ClusterCredentials';
import { ClusterNames } from '../kubeconfig/clusterNames';
import { ClusterSource } from '../sources/ClusterSource';
import { browserLogin } from './browserLogin';
import { consoleUrlOf } from './consoleUrl';

const LIST_EVERY = 60_000;
const TIMEOUT = 10_000;
/** Attempts at the first list before it is said that there is none: the Kubernetes plugin may be still starting. */
const PATIENCE = 4;
const KEY = 'kubernetes plugin';

const listSchema = z.object({
  items: z.array(
    z.object({
      name: z.string().min(1),
      title: z.string().optional(),
      dashboardUrl: z.string().optional(),
      authProvider: z.string().optional(),
    }),
  ),
});

type Listed = z.infer<typeof listSchema>['items'][number];

export interface KubernetesProxySourceOptions {
  /** Names that are connected directly, and left out here. */
  readonly known: ReadonlySet<string>;
  readonly discovery: DiscoveryService;
  readonly credentials: ClusterCredentials;
  readonly logger: LoggerService;
  readonly clock: Clock;
  readonly random: () => number;
}

/** The clusters that the Kubernetes plugin knows, reached through its proxy: it logs in to them, and its locators find them. */
export class KubernetesProxySource implements ClusterSource {
  readonly key = KEY;
  readonly #options: KubernetesProxySourceOptions;
  readonly #stopping = new AbortController();
  #running: Promise<void> | undefined;
  #reported: string | undefined;
  #endpoints: ReadonlyMap<string, ClusterEndpoint> = new Map();

  constructor(options: KubernetesProxySourceOptions) {
    this.#options = options;
  }

  start(report: (definitions: readonly ClusterDefinition[]) => void): void {
    this.#running = this.#run(report);
  }

  async stop(): Promise<void> {
    this.#stopping.abort(new Error('Stopped'));
    await this.#running;
  }

  async #run(
    report: (definitions: readonly ClusterDefinition[]) => void,
  ): Promise<void> {
    const { clock, random, logger } = this.#options;
    const { signal } = this.#stopping;
    const backoff = new Backoff(clock, random);
    while (!signal.aborted) {
      try {
        const { base, clusters } = await this.#list();
        backoff.reset();
        this.#report(report, JSON.stringify([base, clusters]), () =>
          this.#define(base, clusters),
        );
        await sleep(clock, LIST_EVERY, signal);
      } catch (error) {
        if (signal.aborted) return;
        const { message } = error as Error;
        const delay = backoff.next();
        if (backoff.attempts === PATIENCE) {
          logger.warn(
            `The clusters of the Kubernetes plugin cannot be listed, and will be asked for again: ${message}`,
          );
          // What was known before stays.
          if (this.#reported === undefined) {
            this.#report(report, undefined, () => [missing(message)]);
          }
        }
        await sleep(clock, delay, signal);
      }
    }
  }

  #report(
    report: (definitions: readonly ClusterDefinition[]) => void,
    state: string | undefined,
    define: () => readonly ClusterDefinition[],
  ): void {
    if (state === undefined || state !== this.#reported) {
      this.#reported = state;
      report(define());
    }
  }

  async #list(): Promise<{ base: string; clusters: Listed[] }> {
    const { discovery, credentials, known, clock } = this.#options;
    const base = await discovery.getBaseUrl('kubernetes');
    const { token } = await credentials.read();
    const abort = new LinkedAbort(this.#stopping.signal).after(
      clock,
      TIMEOUT,
      'no answer in time',
    );
    try {
      const response = await fetch(`${base}/clusters`, {
        headers: { authorization: `Bearer ${token}` },
        signal: abort.signal,
      });
      if (!response.ok) {
        throw await ResponseError.fromResponse(response);
      }
      const { items } = listSchema.parse(await response.json());
      const clusters = items
        .filter(({ name }) => !known.has(name))
        .sort((one, other) => (one.name < other.name ? -1 : 1));
      return { base, clusters };
    } finally {
      abort.dispose();
    }
  }

  #define(base: string, clusters: readonly Listed[]): ClusterDefinition[] {
    const names = new ClusterNames();
    this.#endpoints = new Map(
      clusters.map(({ name }) => [name, this.#endpoint(base, name)]),
    );
    return clusters.map(({ name: known, ...cluster }) => {
      const name = names.take(known, KEY);
      const problem =
        browserLogin(known, cluster.authProvider ?? '') ?? unsendable(known);
      return {
        name,
        title: cluster.title ?? known,
        aliases: name === known ? [] : [known],
        labels: {},
        demo: false,
        source: 'kubernetes-proxy',
        auth: 'proxy',
        consoleUrl: consoleUrlOf(cluster.dashboardUrl),
        ...(problem ? { problem } : { endpoint: this.#endpoints.get(known) }),
      };
    });
  }

  /** The same object as long as nothing about it changes: a cluster is not connected anew because another one came. */
  #endpoint(base: string, known: string): ClusterEndpoint {
    const server = new URL(`${base}/proxy`);
    const before = this.#endpoints.get(known);
    if (before?.server.href === server.href) {
      return before;
    }
    return {
      server,
      proxiedCluster: known,
      insecureSkipTlsVerify: false,
      credentials: this.#options.credentials,
    };
  }
}

function unsendable(name: string): ClusterDefinition['problem'] {
  return /^[\x21-\x7e]([\x20-\x7e]*[\x21-\x7e])?$/.test(name)
    ? undefined
    : {
        message: `The name '${name}' holds characters that cannot be sent to the Kubernetes plugin's proxy.`,
        advice: 'Give the cluster a plain name.',
      };
}

function missing(message: string): ClusterDefinition {
  return {
    name: 'kubernetes-plugin',
    title: 'Clusters of the Kubernetes plugin',
    aliases: [],
    labels: {},
    demo: false,
    source: 'kubernetes-proxy',
    auth: 'proxy',
    problem: {
      message: `The clusters of the Kubernetes plugin cannot be listed: ${message}`,
      advice:
        'Check that @backstage/plugin-kubernetes-backend is installed in the backend and started, or set fleet.kubernetes.enabled: false.',
    },
  };
}
