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

import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { constants, Http2Stream } from 'node:http2';
import type { Connection } from './Connection';

/** Where the bytes of one answer go. */
export interface ResponseTarget {
  /** Sends the headers; at once for answers that trickle. */
  head(status: number, headers: Record<string, string>, atOnce: boolean): void;
  /** False when the reader lags; `onSent` is called once the bytes are on their way. */
  write(bytes: Buffer, onSent?: () => void): boolean;
  /** Resolves when a lagging reader has caught up, or is gone. */
  drained(): Promise<void>;
  end(bytes?: Buffer): void;
  /** Breaks off: the connection in HTTP/1.1, the stream in HTTP/2. */
  abort(): void;
  onClose(listener: () => void): void;
  readonly closed: boolean;
  /** Bytes that wait for the reader. */
  readonly backlog: number;
}

/** Straight to the client, unless its connection has gone silent. */
export class DirectTarget implements ResponseTarget {
  readonly #response: ServerResponse;
  readonly #connection: Connection;
  readonly #sent: { bytes: number };
  #closed = false;

  /** `sent` counts along. */
  constructor(
    response: ServerResponse,
    connection: Connection,
    sent: { bytes: number },
  ) {
    this.#response = response;
    this.#connection = connection;
    this.#sent = sent;
    response.once('close', () => {
      this.#closed = true;
    });
  }

  get closed(): boolean {
    return this.#closed;
  }

  head(status: number, headers: Record<string, string>, atOnce: boolean): void {
    if (this.#closed || this.#connection.silent) return;
    this.#response.writeHead(status, headers);
    if (atOnce) this.#response.flushHeaders();
  }

  write(bytes: Buffer, onSent?: () => void): boolean {
    if (this.#closed || this.#connection.silent) return false;
    this.#sent.bytes += bytes.length;
    return this.#response.write(bytes, onSent);
  }

  async drained(): Promise<void> {
    if (this.#closed) return;
    const waiting = new AbortController();
    const { signal } = waiting;
    await Promise.race([
      once(this.#response, 'drain', { signal }),
      once(this.#response, 'close', { signal }),
    ]).catch(() => undefined);
    waiting.abort();
  }

  end(bytes?: Buffer): void {
    if (this.#closed || this.#connection.silent) return;
    this.#sent.bytes += bytes?.length ?? 0;
    this.#response.end(bytes);
  }

  abort(): void {
    if (this.#closed || this.#connection.silent) return;
    const { stream } = this.#response as unknown as { stream?: Http2Stream };
    if (stream) stream.close(constants.NGHTTP2_INTERNAL_ERROR);
    else this.#response.destroy();
  }

  onClose(listener: () => void): void {
    this.#response.once('close', listener);
  }

  get backlog(): number {
    const { stream } = this.#response as unknown as {
      stream?: { writableLength: number };
    };
    return stream?.writableLength ?? this.#response.writableLength;
  }
}
