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
import type { IncomingMessage } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { HttpsListener, RequestHandler } from '../http/HttpsListener';
import { sendReply } from '../http/sendReply';
import type { ObjectStore } from '../store/ObjectStore';
import { startStoreControllers } from '../store/storeControllers';
import type { TlsIdentity } from '../tls/CertificateAuthority';
import type { ApiContext } from './ApiContext';
import { errorReply, readBody, Reply } from './ApiExchange';
import { ApiError } from './ApiError';
import { authenticate } from './auth/authenticate';
import { Authorizer } from './auth/Authorizer';
import { demoIdentities, Identity } from './auth/Identity';
import { ServiceAccountTokens } from './auth/ServiceAccountTokens';
import { answerNonResource } from './nonResourceRoutes';
import { ObjectEncoder } from './ObjectEncoder';
import { ListSnapshots } from './read/ListSnapshots';
import { parseRequest } from './RequestInfo';
import { answerResource } from './resourceRoutes';
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
}

export interface ApiServer {
  readonly url: string;
  /** Open watches. */
  readonly watchCount: number;
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
  const onRequest: RequestHandler = async (request, response) => {
    if (options.latencyMs) await delay(options.latencyMs);
    const reply = await answer(context, tokens, request);
    if (response.destroyed) return;
    await sendReply(response, reply, request.method === 'HEAD').catch(() =>
      response.destroy(),
    );
  };
  await listener.start(onRequest);
  return {
    get url() {
      return listener.url;
    },
    get watchCount() {
      return context.watches.size;
    },
    start: () => listener.start(onRequest),
    stop: () => listener.stop(),
  };
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

async function answer(
  context: ApiContext,
  tokens: ReadonlyMap<string, Identity>,
  message: IncomingMessage,
): Promise<Reply> {
  const { method = 'GET', headers } = message;
  const url = new URL(message.url ?? '/', 'https://cluster');
  try {
    const info = parseRequest(method, url);
    const { authorizer, serviceAccounts } = context;
    const identity = authenticate(headers, {
      tokens,
      serviceAccounts,
      authorizer,
    });
    authorizer.authorize(identity, info);
    let body: Promise<Buffer> | undefined;
    const request = {
      method,
      query: url.searchParams,
      headers,
      info,
      identity,
      body: () => {
        body ??= readBody(message);
        return body;
      },
    };
    return info.resource
      ? await answerResource(context, request)
      : answerNonResource(context, request);
  } catch (error) {
    return errorReply(
      error instanceof ApiError
        ? error
        : new ApiError(500, 'InternalError', `Internal error: ${error}`),
    );
  }
}
