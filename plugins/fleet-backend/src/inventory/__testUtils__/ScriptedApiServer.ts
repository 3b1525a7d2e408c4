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
  CertificateAuthority,
  createCertificateAuthority,
} from '@quarterdeck/demo-fleet';
import http from 'node:http';
import http2 from 'node:http2';
import https from 'node:https';
import type { AddressInfo, Socket } from 'node:net';

export type Answer = (
  request: http.IncomingMessage,
  response: http.ServerResponse,
) => void;

export interface SeenRequest {
  readonly kind: 'list' | 'watch' | 'other';
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: http.IncomingHttpHeaders;
}

let authority: Promise<CertificateAuthority> | undefined;

/** An API server that lists what it is given, holds watches open, and answers otherwise when told to. */
export class ScriptedApiServer {
  readonly requests: SeenRequest[] = [];
  readonly ca: string;
  /** Objects by the path of their list. */
  readonly objects = new Map<string, object[]>();
  version = '1000';
  incarnation = 'first';
  /** Called with every request, before it is answered. */
  onRequest: (request: SeenRequest) => void = () => {};
  lastActivity = 0;
  readonly #scripts: Array<{ test: Test; answer: Answer; times: number }> = [];
  readonly #watches = new Map<string, Set<http.ServerResponse>>();
  readonly #sockets = new Set<Socket>();
  readonly #server: http2.Http2SecureServer | https.Server;
  #port = 0;

  static async start(
    options: { http1?: boolean } = {},
  ): Promise<ScriptedApiServer> {
    authority ??= createCertificateAuthority({ name: 'Scripted' });
    const issuer = await authority;
    const identity = await issuer.issue(['127.0.0.1', 'localhost']);
    const tls = { cert: identity.certificate, key: identity.key };
    const server = new ScriptedApiServer(
      options.http1
        ? https.createServer(tls)
        : http2.createSecureServer({ ...tls, allowHTTP1: true }),
      issuer.certificate,
    );
    await server.listen();
    return server;
  }

  private constructor(
    server: http2.Http2SecureServer | https.Server,
    ca: string,
  ) {
    this.ca = ca;
    this.#server = server;
    server.on('request', (request: any, response: any) =>
      this.#handle(request, response),
    );
    server.on('connection', (socket: Socket) => {
      this.#sockets.add(socket);
      socket.on('error', () => socket.destroy());
      socket.once('close', () => this.#sockets.delete(socket));
    });
    server.on('sessionError', () => {});
    server.on('tlsClientError', () => {});
  }

  get url(): string {
    return `https://127.0.0.1:${this.#port}`;
  }

  listen(): Promise<void> {
    return new Promise(resolve => {
      this.#server.listen(this.#port, '127.0.0.1', () => {
        this.#port = (this.#server.address() as AddressInfo).port;
        resolve();
      });
    });
  }

  /** Answers the next requests that match with this instead, a number of times. */
  script(test: Test, answer: Answer, times: number = 1): void {
    this.#scripts.push({ test, answer, times });
  }

  clearScripts(): void {
    this.#scripts.length = 0;
  }

  count(kind: SeenRequest['kind'], path?: string): number {
    return this.requests.filter(
      request => request.kind === kind && (!path || request.path === path),
    ).length;
  }

  watching(path: string): boolean {
    return (this.#watches.get(path)?.size ?? 0) > 0;
  }

  /** Sends text to all watches of a path. */
  send(path: string, ...texts: Array<string | Buffer>): void {
    this.lastActivity = performance.now();
    for (const response of this.#watches.get(path) ?? []) {
      texts.forEach(text => response.write(text));
    }
  }

  event(path: string, type: string, object: object): void {
    this.send(path, `${JSON.stringify({ type, object })}\n`);
  }

  endWatches(path: string): void {
    [...(this.#watches.get(path) ?? [])].forEach(response => response.end());
  }

  /** Cuts every connection. */
  cut(): void {
    this.#sockets.forEach(socket => socket.destroy());
  }

  async stop(): Promise<void> {
    const closed = new Promise<void>(resolve => {
      this.#server.close(() => resolve());
    });
    this.cut();
    await closed;
  }

  #handle(request: http.IncomingMessage, response: http.ServerResponse): void {
    this.lastActivity = performance.now();
    const url = new URL(request.url!, 'https://server');
    const query = Object.fromEntries(url.searchParams);
    const path = url.pathname;
    const listed = this.objects.has(path);
    let kind: SeenRequest['kind'] = 'other';
    if (query.watch) kind = 'watch';
    else if (listed) kind = 'list';
    const seen = { kind, path, query, headers: request.headers };
    this.requests.push(seen);
    this.onRequest(seen);
    const script = this.#scripts.find(
      each => each.times > 0 && each.test(seen),
    );
    if (script) {
      script.times--;
      script.answer(request, response);
    } else if (kind === 'watch') {
      this.#watch(path, response);
    } else if (kind === 'list') {
      sendJson(response, 200, this.#page(path, query));
    } else if (path === '/version') {
      sendJson(response, 200, { gitVersion: 'v1.36.2' });
    } else if (path === '/api/v1/namespaces/kube-system') {
      sendJson(response, 200, { metadata: { uid: this.incarnation } });
    } else {
      response.writeHead(404).end('404 page not found\n');
    }
  }

  #watch(path: string, response: http.ServerResponse): void {
    const open = this.#watches.get(path) ?? new Set();
    this.#watches.set(path, open.add(response));
    response.on('close', () => open.delete(response));
    response.writeHead(200, { 'content-type': 'application/json' });
    response.write('');
    (response as { flushHeaders?: () => void }).flushHeaders?.();
  }

  #page(path: string, query: Readonly<Record<string, string>>): object {
    const all = this.objects.get(path)!;
    const from = Number(query.continue ?? 0);
    const to = from + Number(query.limit ?? all.length);
    return {
      kind: 'List',
      metadata: {
        resourceVersion: this.version,
        ...(to < all.length && { continue: String(to) }),
      },
      items: all.slice(from, to),
    };
  }
}

type Test = (request: SeenRequest) => boolean;

export function sendJson(
  response: http.ServerResponse,
  status: number,
  body: object,
  headers: http.OutgoingHttpHeaders = {},
): void {
  response.writeHead(status, {
    'content-type': 'application/json',
    ...headers,
  });
  response.end(JSON.stringify(body));
}

/** An answer as the API server gives it when it refuses. */
export function refusal(
  code: number,
  message: string,
  headers: http.OutgoingHttpHeaders = {},
): Answer {
  return (_, response) =>
    sendJson(
      response,
      code,
      { kind: 'Status', status: 'Failure', code, message, metadata: {} },
      headers,
    );
}
