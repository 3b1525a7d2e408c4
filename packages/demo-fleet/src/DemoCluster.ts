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

import { ApiServer, DemoTokens, startApiServer } from './api/startApiServer';
import {
  seedBootstrapPolicy,
  seedPortalAccount,
  seedReaders,
  startRoleAggregation,
} from './api/auth/clusterPolicy';
import { ServiceAccountTokens } from './api/auth/ServiceAccountTokens';
import { installApiServices } from './api/discovery/apiServices';
import type { FaultSwitchboard } from './faults/FaultSwitchboard';
import { installMetricsApi } from './metrics/installMetricsApi';
import type { ObjectStore } from './store/ObjectStore';
import {
  CertificateAuthority,
  createCertificateAuthority,
  TlsIdentity,
} from './tls/CertificateAuthority';
import type { RequestCounts } from './traffic/RequestCounts';
import { SeededRandom } from './world/SeededRandom';

/** One simulated cluster behind its endpoint. */
export interface DemoCluster {
  readonly name: string;
  readonly provider?: string;
  readonly region?: string;
  readonly url: string;
  /** PEM of the authority that signed the server's certificate. */
  readonly ca: string;
  readonly tokens: DemoTokens;
  /** Of a service account that reads all but secrets, and scales and restarts workloads. */
  readonly portalToken: string;
  readonly store: ObjectStore;
  /** Whether the endpoint answers now. */
  readonly running: boolean;
  readonly latencyMs: number;
  /** What goes wrong with the endpoint, as rules that can be added and removed. */
  readonly faults: FaultSwitchboard;
  /** What the endpoint was asked for, and what it sent. */
  readonly requests: RequestCounts;
  /**
   * Forgets all changes so far: who wants to watch from an older version is told
   * 410 in the watch. With `openWatches` the open ones are told so too, and end.
   */
  expireHistory(options?: { openWatches?: boolean }): void;
  /** Whoever is paging through a list gets 410 for the next page. */
  expireContinueTokens(): void;
  /** Opens the endpoint again, on the same port. */
  start(): Promise<void>;
  /** Closes the endpoint and cuts its connections; the cluster lives on. */
  stop(): Promise<void>;
}

export interface OpenClusterOptions {
  name: string;
  provider?: string;
  region?: string;
  store: ObjectStore;
  seed: number;
  version?: string;
  latencyMs?: number;
  port?: number;
  reachable?: boolean;
  /** false: no metrics server is installed. */
  metrics?: boolean;
  /** Encodes all objects before the first request, for measurements. */
  encodeAhead?: boolean;
  /** How often watches are told the current version; a minute unless told. */
  bookmarkIntervalMs?: number;
}

interface Tls {
  authority: CertificateAuthority;
  identity: TlsIdentity;
}

let tls: Promise<Tls> | undefined;

/** One authority and one server certificate for all clusters of a process. */
export function processTls(): Promise<Tls> {
  tls ??= (async () => {
    const authority = await createCertificateAuthority({ name: 'kubernetes' });
    const identity = await authority.issue(['127.0.0.1', 'localhost']);
    return { authority, identity };
  })();
  return tls;
}

/** Puts a store behind an endpoint. */
export async function openCluster(
  options: OpenClusterOptions,
): Promise<DemoCluster> {
  const { name, store, latencyMs = 0 } = options;
  const { authority, identity } = await processTls();
  const random = SeededRandom.for(options.seed, `${name}/tokens`);
  const tokens: DemoTokens = {
    admin: random.hex(40),
    viewer: random.hex(40),
    nobody: random.hex(40),
  };
  const faultRandom = SeededRandom.for(options.seed, `${name}/faults`);
  const serviceAccounts = new ServiceAccountTokens(store, random.hex(64));
  installApiServices(store);
  if (options.metrics !== false) installMetricsApi(store);
  seedBootstrapPolicy(store);
  seedReaders(store);
  startRoleAggregation(store);
  const portalToken = seedPortalAccount(
    store,
    (...of) => serviceAccounts.lasting(...of),
    authority.certificate,
  );
  const server: ApiServer = await startApiServer({
    name,
    store,
    tls: identity,
    tokens,
    serviceAccounts,
    version: options.version,
    latencyMs,
    port: options.port,
    encodeAhead: options.encodeAhead,
    bookmarkIntervalMs: options.bookmarkIntervalMs,
    random: () => faultRandom.next(),
  });
  let running = true;
  const cluster: DemoCluster = {
    name,
    provider: options.provider,
    region: options.region,
    url: server.url,
    ca: authority.certificate,
    tokens,
    portalToken,
    store,
    latencyMs,
    faults: server.faults,
    requests: server.requests,
    expireHistory: server.expireHistory,
    expireContinueTokens: server.expireContinueTokens,
    get running() {
      return running;
    },
    async start() {
      await server.start();
      running = true;
    },
    async stop() {
      await server.stop();
      running = false;
    },
  };
  // Started once all the same: that is how it gets a port of its own.
  if (options.reachable === false) await cluster.stop();
  return cluster;
}
