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

import http2 from 'node:http2';
import type { TLSSocket } from 'node:tls';
import { Transport, TransportRequest, TransportResponse } from './Transport';

/** How much of one answer may be under way unread. Small enough that fifty lists at once do not fill the memory. */
const STREAM_WINDOW = 512 * 1024;
const SESSION_WINDOW = 2 * 1024 * 1024;

/** All requests to one server on one connection. */
export class Http2Transport implements Transport {
  readonly multiplexed = true;
  readonly #session: http2.ClientHttp2Session;

  constructor(socket: TLSSocket, server: URL, onClosed: () => void) {
    const session = http2.connect(server.origin, {
      createConnection: () => socket,
      settings: { enablePush: false, initialWindowSize: STREAM_WINDOW },
    });
    session.once('connect', () => session.setLocalWindowSize(SESSION_WINDOW));
    session.on('error', () => session.destroy());
    // After GOAWAY what is under way may end; what comes next needs a new connection.
    session.once('goaway', onClosed);
    session.once('close', onClosed);
    this.#session = session;
  }

  get usable(): boolean {
    return !this.#session.closed && !this.#session.destroyed;
  }

  send(request: TransportRequest): Promise<TransportResponse> {
    return new Promise((resolve, reject) => {
      request.signal.throwIfAborted();
      const stream = this.#session.request({
        ':method': request.method,
        ':path': request.path,
        ...request.headers,
      });
      const abort = () => stream.destroy(request.signal.reason);
      request.signal.addEventListener('abort', abort, { once: true });
      stream.once('response', headers => {
        resolve({
          status: headers[':status'] ?? 0,
          headers: plainHeaders(headers),
          body: stream,
        });
      });
      stream.on('error', reject);
      stream.once('close', () => {
        request.signal.removeEventListener('abort', abort);
        reject(new Error('The connection was closed'));
      });
      stream.end(request.body);
    });
  }

  close(): void {
    // Without an error, streams would end as if the server had ended them.
    this.#session.destroy(new Error('The connection was dropped'));
  }
}

/** The headers with values as one text each. */
export function plainHeaders(
  headers: Readonly<Record<string, unknown>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers)
      .filter(([name]) => !name.startsWith(':'))
      .map(([name, value]) => [
        name,
        Array.isArray(value) ? value.join(', ') : String(value),
      ]),
  );
}
