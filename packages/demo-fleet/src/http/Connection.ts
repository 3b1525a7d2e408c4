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

import type { Socket } from 'node:net';

/** When reading is stopped once more: a write that was under way resumes it. */
const STOP_AGAIN_MS = [0, 10, 50, 250];

/** One TCP connection of a client, whatever runs over it. */
export class Connection {
  readonly #socket: Socket;
  #silent = false;

  constructor(socket: Socket) {
    this.#socket = socket;
  }

  /** A silent connection is open, but nothing is read from it; nobody may write to it. */
  get silent(): boolean {
    return this.#silent;
  }

  /** Goes silent for the rest of its life. */
  silence(): void {
    this.#silent = true;
    this.#stopReading();
    for (const wait of STOP_AGAIN_MS) {
      setTimeout(() => this.#stopReading(), wait).unref();
    }
  }

  destroy(): void {
    this.#socket.destroy();
  }

  /** Ends it with RST rather than FIN. */
  reset(): void {
    this.#socket.resetAndDestroy();
  }

  /**
   * TLS and HTTP/2 read beneath the socket's stream, so pausing that has no
   * effect; only the handle can be told to stop.
   */
  #stopReading(): void {
    const { _handle: handle } = this.#socket as unknown as {
      _handle?: { readStop?(): number } | null;
    };
    handle?.readStop?.();
  }
}
