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

import https from 'node:https';
import net, { AddressInfo, Socket } from 'node:net';
import type { TlsIdentity } from './tlsIdentities';
import type { ClusterAddress } from '../systems/FaultSystem';

const NO_TOKENS = { admin: 'a-token', viewer: '', nobody: '' };

/** An address at which something else than a demo cluster is. */
export class OtherServer {
  readonly address: ClusterAddress;
  readonly #close: () => Promise<void>;
  readonly #requests: () => number;

  private constructor(options: {
    name: string;
    port: number;
    ca: string;
    requests: () => number;
    close: () => Promise<void>;
  }) {
    const { name, port, ca } = options;
    this.address = {
      name,
      url: `https://127.0.0.1:${port}`,
      ca,
      tokens: NO_TOKENS,
    };
    this.#requests = options.requests;
    this.#close = options.close;
  }

  /** Takes connections and says nothing on them. */
  static async silent(name: string, ca: string): Promise<OtherServer> {
    const server = net.createServer(socket => socket.on('error', () => {}));
    return OtherServer.#listen(server, name, ca, () => 0);
  }

  /** Answers every request, with whatever certificate. */
  static async tls(
    name: string,
    ca: string,
    identity: TlsIdentity,
  ): Promise<OtherServer> {
    let requests = 0;
    const server = https.createServer(
      { cert: identity.certificate, key: identity.key },
      (_, response) => {
        requests += 1;
        response.end('{}');
      },
    );
    server.on('tlsClientError', () => {});
    return OtherServer.#listen(server, name, ca, () => requests);
  }

  /** Requests that got through to it. */
  get requests(): number {
    return this.#requests();
  }

  close(): Promise<void> {
    return this.#close();
  }

  static async #listen(
    server: net.Server,
    name: string,
    ca: string,
    requests: () => number,
  ): Promise<OtherServer> {
    const sockets = new Set<Socket>();
    server.on('connection', (socket: Socket) => {
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const close = () =>
      new Promise<void>(resolve => {
        server.close(() => resolve());
        sockets.forEach(socket => socket.destroy());
      });
    return new OtherServer({ name, port, ca, requests, close });
  }
}
