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

import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { EndpointFaults } from '../faults/EndpointFaults';
import type { FaultSwitchboard } from '../faults/FaultSwitchboard';
import { FaultyTarget } from '../faults/FaultyTarget';
import { resourceName } from '../faults/matchesRequest';
import type { Sample } from '../faults/watch/faultyLine';
import { WatchTap } from '../faults/watch/WatchTap';
import { HttpsListener, RequestHandler } from '../http/HttpsListener';
import { DirectTarget } from '../http/ResponseTarget';
import { sendReply } from '../http/sendReply';
import type { ObjectStore } from '../store/ObjectStore';
import { startStoreControllers } from '../store/storeControllers';
import type { TlsIdentity } from '../tls/CertificateAuthority';
import type { RequestCounts } from '../traffic/RequestCounts';
import { TrafficCounter } from '../traffic/TrafficCounter';
import { answerRequest } from './answerRequest';
import { ApiContext, viewOf } from './ApiContext';
import { Authorizer } from './auth/Authorizer';
import { demoIdentities, Identity } from './auth/Identity';
import { ServiceAccountTokens } from './auth/ServiceAccountTokens';
import { ObjectEncoder } from './ObjectEncoder';
import { ListSnapshots } from './read/ListSnapshots';
import { readArrival } from './RequestArrival';
import type { RequestInfo } from './RequestInfo';
import { WatchHub } from './watch/WatchHub';

/** One bearer token for each of the people that a demo cluster knows. */
export type DemoTokens = Record<keyof typeof demoIdentities, string>;

export interface StartApiServerOptions {
  store: ObjectStore;
  tls: TlsIdentity;
  tokens: DemoTokens;
  /** Further bearer tokens, and whom they stand for. */
  identities?: ReadonlyMap<string, Identity>;
  /** Issues and checks the tokens of service accounts; by a key of its own unless told. */
  serviceAccounts?: ServiceAccountTokens;
  /** Name of the cluster, for errors on this side. */
  name: string;
  /** Kubernetes version to report; `v1.36.2` unless told. */
  version?: string;
  host?: string;
  /** A free port unless told; kept over `stop` and `start`. */
  port?: number;
  /** Delays every answer, as a cluster far away does. */
  latencyMs?: number;
  /**
   * Encodes every object at the start rather than when it is first asked for,
   * so that a measured client does not wait for it.
   */
  encodeAhead?: boolean;
  /** How often watches are told the current version; a minute unless told. */
  bookmarkIntervalMs?: number;
  /** From 0 up to 1, for faults that have a random part. */
  random?: () => number;
}

export interface ApiServer {
  readonly url: string;
  /** Open watches. */
  readonly watchCount: number;
  readonly faults: FaultSwitchboard;
  readonly requests: RequestCounts;
  /** Forgets the changes so far; with `openWatches` those that are open end by it. */
  expireHistory(options?: { openWatches?: boolean }): void;
  /** Forgets the lists that clients are paging through. */
  expireContinueTokens(): void;
  /** Cuts every connection at once; the objects stay. */
  stop(): Promise<void>;
  /** Comes back on the same port. */
  start(): Promise<void>;
}

export async function startApiServer(
  options: StartApiServerOptions,
): Promise<ApiServer> {
  const { store } = options;
  const { customResources } = startStoreControllers(store);
  const listener = new HttpsListener({
    host: options.host ?? '127.0.0.1',
    port: options.port ?? 0,
    tls: options.tls,
  });
  const encoder = new ObjectEncoder();
  const authorizer = new Authorizer(store);
  const serviceAccounts =
    options.serviceAccounts ??
    new ServiceAccountTokens(store, randomBytes(32).toString('hex'));
  const context: ApiContext = {
    store,
    encoder,
    authorizer,
    serviceAccounts,
    snapshots: new ListSnapshots(Date.now),
    watches: new WatchHub(store, encoder),
    version: options.version ?? 'v1.36.2',
    bookmarkIntervalMs: options.bookmarkIntervalMs ?? 60_000,
    address: () => new URL(listener.url).host,
  };
  if (options.encodeAhead) {
    for (const type of store.types.all()) {
      if (type.storedAs || type.computed) continue;
      store.list(type).forEach(object => encoder.object(type, object));
    }
  }
  customResources.onRemove(type => context.watches.endAll(type));
  const tokens = identitiesByToken(options);
  const faults = new EndpointFaults(listener, options.random ?? Math.random);
  const requests = new TrafficCounter();
  const onRequest: RequestHandler = async (message, response, connection) => {
    if (connection.silent) return;
    const arrival = readArrival(message);
    const { target, info } = arrival;
    const verb = info?.verb ?? message.method?.toLowerCase() ?? '';
    const sent = requests.arrive({
      verb,
      group: info?.resource?.group ?? '',
      resource: resourceName(info),
      target,
    });
    const met = faults.meet(arrival, connection);
    if (met.hangs) return;
    const wait = (options.latencyMs ?? 0) + met.delayMs;
    if (wait > 0) await delay(wait);
    const reply = await answerRequest(context, message, arrival, {
      tokens,
      refuse: met.refuse,
      skewMs: met.body?.skewMs ?? 0,
    });
    if (response.destroyed) return;
    const direct = new DirectTarget(response, connection, sent);
    await sendReply(
      met.body ? new FaultyTarget(direct, met.body) : direct,
      reply,
      {
        headOnly: message.method === 'HEAD',
        tap:
          verb === 'watch'
            ? sink =>
                faults.watch(
                  new WatchTap(sink, arrival, () =>
                    sampleOf(store, arrival.info),
                  ),
                )
            : undefined,
      },
    ).catch(() => response.destroy());
  };
  await listener.start(onRequest);
  return {
    get url() {
      return listener.url;
    },
    get watchCount() {
      return context.watches.size;
    },
    faults,
    requests,
    expireHistory({ openWatches = false } = {}) {
      store.history.compact(Number(store.resourceVersion));
      if (openWatches) context.watches.expireAll();
    },
    expireContinueTokens: () => context.snapshots.clear(),
    start: () => listener.start(onRequest),
    stop: () => listener.stop(),
  };
}

/** Some object of the kind and the place that a request asks for. */
function sampleOf(store: ObjectStore, info: RequestInfo | undefined): Sample {
  const {
    group = '',
    version = '',
    plural = '',
    namespace,
  } = info?.resource ?? {};
  const type = store.types.find(group, version, plural);
  const [object] = type ? store.list(type, namespace) : [];
  return type && object ? viewOf(type, object) : { metadata: {} };
}

function identitiesByToken(
  options: StartApiServerOptions,
): ReadonlyMap<string, Identity> {
  const tokens = new Map(options.identities);
  for (const [name, token] of Object.entries(options.tokens)) {
    tokens.set(token, demoIdentities[name as keyof typeof demoIdentities]);
  }
  return tokens;
}
