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

import type { CDPSession } from 'playwright-core';

export interface ScriptTotal {
  /** As they came over the network, compressed. */
  readonly scriptBytes: number;
  readonly scripts: number;
}

/** Counts what scripts cost on the network. */
export class ScriptTraffic {
  readonly #session: CDPSession;
  readonly #scripts = new Set<string>();
  #bytes = 0;
  #count = 0;
  #lastEvent = Date.now();

  constructor(session: CDPSession) {
    this.#session = session;
  }

  async start(): Promise<void> {
    this.#session.on('Network.responseReceived', ({ requestId, type }) => {
      if (type === 'Script') this.#scripts.add(requestId);
    });
    this.#session.on(
      'Network.loadingFinished',
      ({ requestId, encodedDataLength }) => {
        if (!this.#scripts.has(requestId)) return;
        this.#bytes += encodedDataLength;
        this.#count += 1;
        this.#lastEvent = Date.now();
      },
    );
    await this.#session.send('Network.enable');
  }

  get lastEvent(): number {
    return this.#lastEvent;
  }

  get total(): ScriptTotal {
    return { scriptBytes: this.#bytes, scripts: this.#count };
  }
}
