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

import http from 'node:http';
import https from 'node:https';
import type { LookupFunction, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { connect as connectTls, ConnectionOptions } from 'node:tls';
import { timeoutError } from '../../inventory/scheduling/LinkedAbort';
import { plainHeaders } from './Http2Transport';
import { guardedLookup } from './linkLocal';
import { Transport, TransportRequest, TransportResponse } from './Transport';

const MOST_SOCKETS = 64;

/** Encrypts to the server inside of a tunnel. */
class TunnelAgent extends https.Agent {
  readonly #tunnel: () => Promise<Socket>;

  constructor(options: https.AgentOptions, tunnel: () => Promise<Socket>) {
    super(options);
    this.#tunnel = tunnel;
  }

  override createConnection(
    options: https.RequestOptions,
    callback?: (error: Error | null, stream: Duplex) => void,
  ): undefined {
    this.#tunnel().then(
      socket =>
        callback?.(
          null,
          connectTls({ ...(options as ConnectionOptions), socket }),
        ),
      error => callback?.(error, undefined as never),
    );
    return undefined;
  }
}

/** Requests to one server over kept connections, one a request under way. */
export class Http1Transport implements Transport {
  readonly multiplexed = false;
  readonly #server: URL;
  readonly #agent: http.Agent;
  readonly #connectTimeout: number;
  #closed = false;

  constructor(options: {
    server: URL;
    connectTimeout: number;
    tls?: ConnectionOptions;
    /** Opens the way to the server where it is not a straight one. */
    tunnel?: () => Promise<Socket>;
    lookup?: LookupFunction;
  }) {
    const { server, tls, tunnel, lookup = guardedLookup } = options;
    const sockets = {
      keepAlive: true,
      maxSockets: MOST_SOCKETS,
      lookup,
    };
    const secure = { ...tls, ...sockets, ALPNProtocols: ['http/1.1'] };
    this.#server = server;
    this.#connectTimeout = options.connectTimeout;
    if (server.protocol !== 'https:') {
      this.#agent = new http.Agent(sockets);
    } else {
      this.#agent = tunnel
        ? new TunnelAgent(secure, tunnel)
        : new https.Agent(secure);
    }
  }

  get usable(): boolean {
    return !this.#closed;
  }

  send(request: TransportRequest): Promise<TransportResponse> {
    const { protocol, hostname, port } = this.#server;
    const send = protocol === 'https:' ? https.request : http.request;
    return new Promise((resolve, reject) => {
      const sent = send(
        {
          hostname: hostname.replace(/^\[|\]$/g, ''),
          port: port || undefined,
          method: request.method,
          path: request.path,
          headers: request.headers,
          agent: this.#agent,
          timeout: this.#connectTimeout,
          signal: request.signal,
        },
        body =>
          resolve({
            status: body.statusCode ?? 0,
            headers: plainHeaders(body.headers),
            body,
          }),
      );
      // This timeout is for connecting. Once connected, silence is judged by who waits.
      sent.on('timeout', () => {
        if (sent.socket?.connecting !== false) {
          sent.destroy(timeoutError('Connecting took too long'));
        }
      });
      sent.on('error', reject);
      sent.end(request.body);
    });
  }

  close(): void {
    this.#closed = true;
    this.#agent.destroy();
  }
}
