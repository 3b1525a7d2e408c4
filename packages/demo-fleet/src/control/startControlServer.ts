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

import { createServer, IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { DemoCluster } from '../DemoCluster';
import { answerFaults } from './answerFaults';
import { ControlAnswer, readJson } from './ControlAnswer';
import type { SimulationClock } from '../world/SimulationClock';

export interface ControlServerOptions {
  clusters: readonly DemoCluster[];
  clock: SimulationClock;
  /** Changes made so far by the churn of a synthetic fleet. */
  changes: () => number;
  port?: number;
}

export interface ControlServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** A plain endpoint beside the clusters, from which tests break and mend them. */
export async function startControlServer(
  options: ControlServerOptions,
): Promise<ControlServer> {
  const server = createServer((request, response) => {
    answer(options, request)
      .catch((error): ControlAnswer => ({
        status: 500,
        body: { error: `${error}` },
      }))
      .then(({ status, body }) => {
        response.writeHead(status, { 'content-type': 'application/json' });
        response.end(`${JSON.stringify(body)}\n`);
      });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(
  options: ControlServerOptions,
  request: IncomingMessage,
): Promise<ControlAnswer> {
  const { pathname } = new URL(request.url ?? '/', 'http://control');
  const route = `${request.method} ${pathname}`;
  const { clusters } = options;
  switch (route) {
    case 'GET /clusters':
      return { status: 200, body: clusters.map(describeCluster) };
    case 'GET /churn':
      return { status: 200, body: { changes: options.changes() } };
    case 'POST /speed':
      return setSpeed(options, request);
    case 'GET /requests':
      return { status: 200, body: countsOf(clusters) };
    case 'DELETE /requests':
      clusters.forEach(({ requests }) => requests.reset());
      return { status: 200, body: countsOf(clusters) };
    default:
  }
  const match = /^\/clusters\/([^/]+)\/([^/]+)(?:\/([^/]+))?$/.exec(pathname);
  if (!match) return noRoute(route);
  const [name, action, id] = match.slice(1).map(part => part && decode(part));
  const cluster = clusters.find(each => each.name === name);
  if (!cluster) {
    return { status: 404, body: { error: `No cluster is named "${name}".` } };
  }
  if (action === 'faults') {
    return (await answerFaults(cluster, request, id)) ?? noRoute(route);
  }
  if (request.method !== 'POST' || id !== undefined) return noRoute(route);
  return (await act(cluster, action, request)) ?? noRoute(route);
}

async function act(
  cluster: DemoCluster,
  action: string,
  request: IncomingMessage,
): Promise<ControlAnswer | undefined> {
  switch (action) {
    case 'start':
      await cluster.start();
      break;
    case 'stop':
      await cluster.stop();
      break;
    case 'expire-history': {
      const body = (await readJson(request)) as
        { openWatches?: boolean } | undefined;
      cluster.expireHistory({ openWatches: body?.openWatches === true });
      break;
    }
    case 'expire-continue-tokens':
      cluster.expireContinueTokens();
      break;
    default:
      return undefined;
  }
  return { status: 200, body: describeCluster(cluster) };
}

function countsOf(clusters: readonly DemoCluster[]) {
  return clusters.map(({ name, requests }) => ({
    cluster: name,
    ...requests.total(),
    of: requests.list(),
  }));
}

function noRoute(route: string): ControlAnswer {
  return { status: 404, body: { error: `No such route: ${route}` } };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

async function setSpeed(
  { clock }: ControlServerOptions,
  request: IncomingMessage,
): Promise<ControlAnswer> {
  const body = await readJson(request);
  const factor = (body as { factor?: unknown } | undefined)?.factor;
  if (typeof factor !== 'number' || !(factor > 0 && factor <= 1_000)) {
    return {
      status: 400,
      body: { error: 'factor must be a number above 0, at most 1000.' },
    };
  }
  clock.setSpeed(factor);
  return { status: 200, body: { factor } };
}

export function describeCluster(cluster: DemoCluster) {
  const { types } = cluster.store;
  const count = (kind: string) =>
    cluster.store.list(types.require('v1', kind)).length;
  return {
    name: cluster.name,
    provider: cluster.provider,
    region: cluster.region,
    url: cluster.url,
    running: cluster.running,
    latencyMs: cluster.latencyMs,
    nodes: count('Node'),
    pods: count('Pod'),
    resourceVersion: cluster.store.resourceVersion,
  };
}
