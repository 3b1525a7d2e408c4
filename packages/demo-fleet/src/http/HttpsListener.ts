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

import type { EventEmitter } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createSecureServer } from 'node:http2';
import { AddressInfo, createServer, Server, Socket } from 'node:net';
import type { TlsIdentity } from '../tls/CertificateAuthority';
import { Connection } from './Connection';

export interface HttpsListenerOptions {
  host: string;
  /** 0 takes a free port, and keeps it for later starts. */
  port: number;
  tls: TlsIdentity;
}

export type RequestHandler = (
  request: IncomingMessage,
  response: ServerResponse,
  connection: Connection,
) => void;

/** How long a port is waited for that a client of somebody took while it was closed. */
const REGAIN_MS = 20_000;

/** What becomes of a new connection: `hold` accepts it and says nothing. */
export type Arrival = 'serve' | 'reset' | 'hold';

/** HTTP/2 and HTTP/1.1 over TLS on one port, which can be cut and reopened. */
export class HttpsListener {
  readonly #options: HttpsListenerOptions;
  /** By the client's port, which tells them apart at all levels of the stack. */
  readonly #connections = new Map<number, Connection>();
  #server: Server | undefined;
  #port: number;
  #hasListened = false;
  /** Asked for each new connection; all are served unless told. */
  admit: () => Arrival = () => 'serve';

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

  /** Those that are open now. */
  get connections(): readonly Connection[] {
    return [...this.#connections.values()];
  }

  async start(onRequest: RequestHandler): Promise<void> {
    if (this.#server) return;
    const secure = this.#secureServer(onRequest);
    const server = createServer(socket => this.#accept(socket, secure));
    const deadline = this.#hasListened ? Date.now() + REGAIN_MS : 0;
    while (!(await this.#listen(server, Date.now() < deadline))) {
      await new Promise(resolve => setTimeout(resolve, 50));
    }
    this.#port = (server.address() as AddressInfo).port;
    this.#hasListened = true;
    this.#server = server;
  }

  /** Answers false when the port is in use and may come free. */
  #listen(server: Server, mayWait: boolean): Promise<boolean> {
    return new Promise((resolve, reject) => {
      const failed = (error: NodeJS.ErrnoException) => {
        if (mayWait && error.code === 'EADDRINUSE') resolve(false);
        else reject(error);
      };
      server.once('error', failed);
      server.listen(this.#port, this.#options.host, () => {
        server.off('error', failed);
        resolve(true);
      });
    });
  }

  /** Closes the port and cuts every open connection at once. */
  async stop(): Promise<void> {
    const server = this.#server;
    if (!server) return;
    this.#server = undefined;
    const closed = new Promise<void>(resolve => server.close(() => resolve()));
    for (const connection of this.connections) connection.destroy();
    await closed;
  }

  #accept(socket: Socket, secure: EventEmitter): void {
    const { remotePort = 0 } = socket;
    const connection = new Connection(socket);
    this.#connections.set(remotePort, connection);
    socket.on('error', () => socket.destroy());
    socket.once('close', () => {
      if (this.#connections.get(remotePort) === connection) {
        this.#connections.delete(remotePort);
      }
    });
    const arrival = this.admit();
    if (arrival === 'serve') {
      secure.emit('connection', socket);
    } else if (arrival === 'reset') {
      connection.reset();
    } else {
      // Reads what comes and forgets it, to notice when the client gives up.
      socket.resume();
    }
  }

  /** Listens nowhere: it is handed the connections that are served. */
  #secureServer(onRequest: RequestHandler): EventEmitter {
    const { tls } = this.#options;
    const server = createSecureServer({
      allowHTTP1: true,
      cert: tls.certificate,
      key: tls.key,
      // Clients with hundreds of watches share one session; the default of
      // 10 MB would refuse new streams while a large watch opens.
      maxSessionMemory: 1_024,
      settings: { maxConcurrentStreams: 1_000, initialWindowSize: 1_048_576 },
    });
    server.on('request', (request, response) => {
      const connection = this.#connections.get(request.socket.remotePort ?? 0);
      if (!connection) return;
      onRequest(
        request as unknown as IncomingMessage,
        response as unknown as ServerResponse,
        connection,
      );
    });
    server.on('sessionError', () => {});
    server.on('tlsClientError', (_error, socket) => socket.destroy());
    return server;
  }
}
