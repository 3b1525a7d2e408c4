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

import type { IncomingMessage, ServerResponse } from 'node:http';
import { createSecureServer, Http2SecureServer } from 'node:http2';
import type { AddressInfo, Socket } from 'node:net';
import type { TlsIdentity } from '../tls/CertificateAuthority';

export interface HttpsListenerOptions {
  host: string;
  /** 0 takes a free port, and keeps it for later starts. */
  port: number;
  tls: TlsIdentity;
}

export type RequestHandler = (
  request: IncomingMessage,
  response: ServerResponse,
) => void;

/** HTTP/2 and HTTP/1.1 over TLS on one port, which can be cut and reopened. */
export class HttpsListener {
  readonly #options: HttpsListenerOptions;
  readonly #sockets = new Set<Socket>();
  #server: Http2SecureServer | undefined;
  #port: number;

  constructor(options: HttpsListenerOptions) {
    this.#options = options;
    this.#port = options.port;
  }

  get port(): number {
    return this.#port;
  }

  get url(): string {
    return `https://${this.#options.host}:${this.#port}`;
  }

  async start(onRequest: RequestHandler): Promise<void> {
    if (this.#server) return;
    const { tls, host } = this.#options;
    const server = createSecureServer({
      allowHTTP1: true,
      cert: tls.certificate,
      key: tls.key,
      // Clients with hundreds of watches share one session; the default of
      // 10 MB would refuse new streams while a large watch opens.
      maxSessionMemory: 1_024,
      settings: { maxConcurrentStreams: 1_000, initialWindowSize: 1_048_576 },
    });
    server.on('request', (request, response) =>
      onRequest(
        request as unknown as IncomingMessage,
        response as unknown as ServerResponse,
      ),
    );
    server.on('connection', (socket: Socket) => {
      this.#sockets.add(socket);
      socket.on('error', () => socket.destroy());
      socket.once('close', () => this.#sockets.delete(socket));
    });
    server.on('sessionError', () => {});
    server.on('tlsClientError', (_error, socket) => socket.destroy());
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(this.#port, host, () => {
        server.off('error', reject);
        resolve();
      });
    });
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
  }

  /** Closes the port and cuts every open connection at once. */
  async stop(): Promise<void> {
    const server = this.#server;
    if (!server) return;
    this.#server = undefined;
    const closed = new Promise<void>(resolve => server.close(() => resolve()));
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }
}
