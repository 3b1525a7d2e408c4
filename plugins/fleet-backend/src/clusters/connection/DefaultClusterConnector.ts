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

import {
  ClusterReadOptions,
  ClusterRequestError,
} from '@quarterdeck/backstage-plugin-fleet-node';
import type { Readable } from 'node:stream';
import { Clock } from '../../inventory/scheduling/Clock';
import { LinkedAbort } from '../../inventory/scheduling/LinkedAbort';
import { Turns } from '../../inventory/scheduling/Turns';
import { ClusterEndpoint } from '../ClusterDefinition';
import { ClusterCredential } from '../credentials/ClusterCredentials';
import {
  ClusterConnector,
  ClusterRequest,
  ClusterResponse,
  ClusterStreamRequest,
} from './ClusterConnector';
import { openTransport } from './openTransport';
import { proxyError, proxyHeaders } from './kubernetesProxy';
import { BodyTooLargeError, readBody } from './readBody';
import { connectionError, statusError } from './requestErrors';
import { checkHeaders, requestPath } from './requestPath';
import { Transport, TransportRequest, TransportResponse } from './Transport';

const CONNECT_TIMEOUT = 5_000;
const REQUEST_TIMEOUT = 10_000;
const HEAD_TIMEOUT = 30_000;
const LARGEST_BODY = 32 * 1024 * 1024;
const LARGEST_ERROR_BODY = 64 * 1024;

export interface DefaultClusterConnectorOptions {
  readonly cluster: string;
  readonly endpoint: ClusterEndpoint;
  readonly clock: Clock;
  readonly userAgent: string;
  readonly handshakes?: Turns;
}

/** Connects straight to an API server with the credential of the cluster. */
export class DefaultClusterConnector implements ClusterConnector {
  readonly cluster: string;
  #endpoint: ClusterEndpoint;
  readonly #clock: Clock;
  readonly #userAgent: string;
  readonly #handshakes: Turns | undefined;
  #proxyHeaders: Readonly<Record<string, string>>;
  readonly #closing = new AbortController();
  readonly #lostListeners = new Set<() => void>();
  #transport: Transport | undefined;
  #opening: Promise<Transport> | undefined;
  #refreshing: Promise<ClusterCredential | undefined> | undefined;
  #lastContact: number | undefined;
  #secret: string | undefined;

  constructor(options: DefaultClusterConnectorOptions) {
    this.cluster = options.cluster;
    this.#endpoint = options.endpoint;
    this.#clock = options.clock;
    this.#userAgent = options.userAgent;
    this.#handshakes = options.handshakes;
    this.#proxyHeaders = proxyHeaders(options.endpoint.proxiedCluster);
  }

  get multiplexed(): boolean {
    return this.#transport?.multiplexed ?? false;
  }

  get lastContact(): number | undefined {
    return this.#lastContact;
  }

  touch(): void {
    this.#lastContact = this.#clock.now();
  }

  async get<T = unknown>(
    path: string,
    options: ClusterReadOptions = {},
  ): Promise<T> {
    const response = await this.#read(path, options, 'application/json');
    this.#expectOk(response);
    try {
      return JSON.parse(response.body);
    } catch (error) {
      throw new ClusterRequestError(
        `Cluster '${this.cluster}' answered ${path} with something that is not JSON`,
        { cluster: this.cluster, reason: 'invalid', cause: error as Error },
      );
    }
  }

  async getText(
    path: string,
    options: ClusterReadOptions & { anyStatus?: boolean } = {},
  ): Promise<string> {
    const response = await this.#read(path, options, '*/*');
    if (!options.anyStatus) {
      this.#expectOk(response);
    }
    return response.body;
  }

  async request(request: ClusterRequest): Promise<ClusterResponse> {
    checkHeaders(request.headers);
    const path = this.#path(request);
    return this.#withTimeout(
      request.timeout ?? REQUEST_TIMEOUT,
      request.signal,
      async signal => {
        const response = await this.#send({
          method: request.method,
          path,
          headers: { accept: 'application/json', ...request.headers },
          body: request.body,
          signal,
        });
        const answer = await this.#complete(response, LARGEST_BODY);
        return answer.status < 400 ? answer : this.#withoutSecret(answer);
      },
    );
  }

  async stream(request: ClusterStreamRequest): Promise<Readable> {
    const { signal } = request;
    const path = this.#path(request);
    const response = await this.#withTimeout(
      request.headTimeout ?? HEAD_TIMEOUT,
      signal,
      timed =>
        this.#send({
          method: 'GET',
          path,
          headers: { accept: request.accept ?? 'application/json' },
          signal: timed,
        }),
    );
    if (response.status !== 200) {
      const answer = await this.#withTimeout(REQUEST_TIMEOUT, signal, timed => {
        timed.addEventListener('abort', () => response.body.destroy());
        return this.#complete(response, LARGEST_ERROR_BODY);
      });
      throw this.#statusError(answer);
    }
    const abort = () => response.body.destroy();
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    response.body.once('close', () =>
      signal.removeEventListener('abort', abort),
    );
    return response.body;
  }

  async connect(signal: AbortSignal): Promise<void> {
    try {
      await this.#connected(signal);
    } catch (error) {
      throw connectionError(this.cluster, error, false);
    }
  }

  reset(): void {
    const transport = this.#transport;
    this.#transport = undefined;
    transport?.close();
  }

  use(endpoint: ClusterEndpoint): void {
    this.#endpoint = endpoint;
    this.#proxyHeaders = proxyHeaders(endpoint.proxiedCluster);
    this.#secret = undefined;
    this.#opening = undefined;
    this.#refreshing = undefined;
    this.reset();
    this.#lostListeners.forEach(listener => listener());
  }

  onLost(listener: () => void): () => void {
    this.#lostListeners.add(listener);
    return () => this.#lostListeners.delete(listener);
  }

  close(): void {
    this.#lostListeners.clear();
    this.#closing.abort(new Error('The connection is being closed'));
    this.reset();
  }

  #path({ path, query }: Pick<ClusterRequest, 'path' | 'query'>): string {
    return requestPath(this.#endpoint.server, path, query);
  }

  #read(
    path: string,
    options: ClusterReadOptions,
    accept: string,
  ): Promise<ClusterResponse> {
    return this.request({
      method: 'GET',
      path,
      query: options.query,
      headers: { accept: options.accept ?? accept },
      timeout: options.timeout,
      signal: options.signal,
    });
  }

  #expectOk(response: ClusterResponse): void {
    if (response.status < 200 || response.status > 299) {
      throw this.#statusError(response);
    }
  }

  /** A server, or a proxy before it, may send back what it refused. */
  #withoutSecret(answer: ClusterResponse): ClusterResponse {
    const secret = this.#secret;
    return secret
      ? { ...answer, body: answer.body.replaceAll(secret, '…') }
      : answer;
  }

  #statusError(response: ClusterResponse): ClusterRequestError {
    const ofProxy = this.#endpoint.proxiedCluster
      ? proxyError(this.cluster, response)
      : undefined;
    return ofProxy ?? statusError(this.cluster, response, this.#secret);
  }

  /** Sends with the credential; once more with a new one when the server does not know it any longer. */
  async #send(request: TransportRequest): Promise<TransportResponse> {
    const response = await this.#sendOnce(request);
    if (response.status !== 401) {
      return response;
    }
    const before = this.#secret;
    this.#refreshing ??= this.#endpoint.credentials.refresh().finally(() => {
      this.#refreshing = undefined;
    });
    const refreshed = await this.#refreshing.catch(() => undefined);
    if (!refreshed && before === this.#secret) {
      return response;
    }
    response.body.destroy();
    if (refreshed?.certificate) {
      this.reset();
    }
    return this.#sendOnce(request);
  }

  async #sendOnce(request: TransportRequest): Promise<TransportResponse> {
    let sent = false;
    try {
      const transport = await this.#connected(request.signal);
      const authorization = await this.#authorization();
      sent = true;
      const response = await transport.send({
        ...request,
        headers: {
          ...request.headers,
          ...this.#proxyHeaders,
          ...(authorization && { authorization }),
          'user-agent': this.#userAgent,
        },
      });
      this.touch();
      return response;
    } catch (error) {
      throw connectionError(
        this.cluster,
        request.signal.aborted ? request.signal.reason : error,
        sent,
      );
    }
  }

  async #authorization(): Promise<string | undefined> {
    const { token, basic } = await this.#endpoint.credentials.read();
    this.#secret = token ?? basic;
    if (token) {
      return `Bearer ${token}`;
    }
    return basic && `Basic ${basic}`;
  }

  async #connected(signal: AbortSignal): Promise<Transport> {
    if (this.#transport?.usable) {
      return this.#transport;
    }
    if (!this.#opening) {
      const opening = this.#open().finally(() => {
        if (this.#opening === opening) this.#opening = undefined;
      });
      this.#opening = opening;
    }
    return untilAborted(this.#opening, signal);
  }

  async #open(): Promise<Transport> {
    const { signal } = this.#closing;
    const endpoint = this.#endpoint;
    const credential = await endpoint.credentials.read();
    const turn = await this.#handshakes?.acquire(signal);
    try {
      const transport = await openTransport({
        endpoint,
        credential,
        connectTimeout: CONNECT_TIMEOUT,
        signal,
        onClosed: () => {
          if (this.#transport === transport) {
            this.#transport = undefined;
            this.#lostListeners.forEach(listener => listener());
          }
        },
      });
      if (endpoint !== this.#endpoint) {
        transport.close();
        throw new Error('The address of the cluster has changed');
      }
      this.#transport = transport;
      this.touch();
      return transport;
    } finally {
      turn?.release();
    }
  }

  async #complete(
    response: TransportResponse,
    largest: number,
  ): Promise<ClusterResponse> {
    try {
      const body = await readBody(response.body, {
        largest,
        onBytes: () => this.touch(),
      });
      return { status: response.status, headers: response.headers, body };
    } catch (error) {
      if (error instanceof BodyTooLargeError) {
        throw new ClusterRequestError(
          `Cluster '${this.cluster}' sent too large an answer (over ${largest} bytes)`,
          { cluster: this.cluster, reason: 'too-large', cause: error },
        );
      }
      throw connectionError(this.cluster, error, true);
    }
  }

  /** Runs with a signal that also ends after some time or when the connector is closed. */
  async #withTimeout<T>(
    milliseconds: number,
    signal: AbortSignal | undefined,
    run: (signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    const abort = new LinkedAbort(signal, this.#closing.signal).after(
      this.#clock,
      milliseconds,
      `No answer within ${milliseconds} ms`,
    );
    try {
      return await run(abort.signal);
    } catch (error) {
      const cause = abort.signal.aborted ? abort.signal.reason : error;
      throw connectionError(this.cluster, cause, sentOf(error));
    } finally {
      abort.dispose();
    }
  }
}

function sentOf(error: unknown): boolean {
  return error instanceof ClusterRequestError ? error.sent : true;
}

function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  if (signal.aborted) {
    return Promise.reject(signal.reason);
  }
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    signal.addEventListener('abort', abort, { once: true });
    work
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', abort));
  });
}
