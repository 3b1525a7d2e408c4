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

import { ClusterConnectionInput } from '@quarterdeck/backstage-plugin-fleet-common';
import {
  CertificateAuthority,
  createCertificateAuthority,
} from '@quarterdeck/demo-fleet';
import http from 'node:http';
import https from 'node:https';
import net from 'node:net';
import type { AddressInfo } from 'node:net';

/** Status and body. */
export type Answer = [status: number, body: unknown];

/** Servers that answer as they are told to, with certificates of two authorities. */
export class AnsweringServers {
  readonly ours: CertificateAuthority;
  readonly theirs: CertificateAuthority;
  readonly #servers: net.Server[] = [];
  readonly #sockets = new Set<net.Socket>();

  static async create(): Promise<AnsweringServers> {
    return new AnsweringServers(
      await createCertificateAuthority({ name: 'Ours' }),
      await createCertificateAuthority({ name: 'Theirs' }),
    );
  }

  private constructor(
    ours: CertificateAuthority,
    theirs: CertificateAuthority,
  ) {
    this.ours = ours;
    this.theirs = theirs;
  }

  /** Answers with the port. */
  async listen(server: net.Server): Promise<number> {
    this.#servers.push(server);
    server.on('connection', (socket: net.Socket) => this.#keep(socket));
    server.on('tlsClientError', () => {});
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    return (server.address() as AddressInfo).port;
  }

  /** A server that answers by a function of the request, or not at all. */
  async serve(
    answer: (req: http.IncomingMessage) => Answer | undefined,
    options: {
      authority?: CertificateAuthority;
      host?: string;
      validity?: { notBefore: Date; notAfter: Date };
    } = {},
  ): Promise<ClusterConnectionInput> {
    const { authority = this.ours, host = '127.0.0.1', validity } = options;
    const { certificate, key } = await authority.issue([host], validity);
    const port = await this.listen(
      https.createServer({ cert: certificate, key }, (req, res) => {
        req.resume();
        const answered = answer(req);
        if (!answered) return;
        const [status, body] = answered;
        res.writeHead(status, { 'content-type': 'application/json' });
        res.end(typeof body === 'string' ? body : JSON.stringify(body));
      }),
    );
    return {
      server: `https://127.0.0.1:${port}`,
      certificateAuthority: this.ours.certificate,
    };
  }

  /** A proxy that leads anywhere, or nowhere. Answers with its port. */
  async proxy(ways: string[], open = true): Promise<number> {
    const proxy = http.createServer();
    proxy.on('connect', (req, socket) => {
      ways.push(req.url!);
      if (!open) {
        socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
        return;
      }
      const { hostname, port } = new URL(`https://${req.url}`);
      const on = net.connect(Number(port), hostname, () => {
        socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
        on.pipe(socket).pipe(on);
      });
      this.#keep(on);
    });
    return this.listen(proxy);
  }

  async close(): Promise<void> {
    this.#sockets.forEach(socket => socket.destroy());
    this.#sockets.clear();
    for (const server of this.#servers.splice(0)) {
      await new Promise(resolve => {
        server.close(resolve);
      });
    }
  }

  #keep(socket: net.Socket): void {
    this.#sockets.add(socket);
    socket.on('error', () => {});
  }
}

/** A refusal in the form of Kubernetes. */
export const refusal = (code: number, message = 'no'): Answer => [
  code,
  { kind: 'Status', apiVersion: 'v1', status: 'Failure', code, message },
];

/** The answers of an API server that is too old to say who asks, but for those that are given. */
export const oldApiServer =
  (answers: Record<string, Answer> = {}) =>
  ({ url = '' }: http.IncomingMessage): Answer => {
    const known: Record<string, Answer> = {
      '/version': [200, { gitVersion: 'v1.27.3' }],
      '/api/v1/namespaces': [200, { kind: 'NamespaceList', items: [] }],
      ...answers,
    };
    return known[url.split('?')[0]] ?? refusal(404);
  };
