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

export interface TappedEvent {
  readonly event: string;
  readonly data: any;
}

type Fetch = typeof fetch;

/** Sits between a tab and its backend: sees the events of the stream, and can cut it, hold it back and keep it from being opened. */
export class StreamTap {
  readonly events: TappedEvent[] = [];
  readonly #cuts = new Set<() => void>();
  #closed = false;
  #open: Promise<void> = Promise.resolve();
  #release = () => {};

  readonly fetch: Fetch = async (input, init) => {
    if (!String(input).endsWith('/stream')) return fetch(input, init);
    if (this.#closed) throw new TypeError('fetch failed');
    const response = await fetch(input, init);
    if (!response.ok || !response.body) return response;
    let text = '';
    const decoder = new TextDecoder();
    const tapped = new TransformStream<Uint8Array, Uint8Array>({
      start: controller => {
        this.#cuts.add(() => controller.error(new TypeError('terminated')));
      },
      transform: async (chunk, controller) => {
        await this.#open;
        text = this.#read(text + decoder.decode(chunk, { stream: true }));
        controller.enqueue(chunk);
      },
    });
    const { status, headers } = response;
    return new Response(response.body.pipeThrough(tapped), { status, headers });
  };

  /** Breaks the streams that are open. */
  cut(): void {
    this.#cuts.forEach(cut => cut());
    this.#cuts.clear();
  }

  /** Keeps streams from being opened, until told otherwise. */
  refuse(refused: boolean): void {
    this.#closed = refused;
  }

  /** Reads nothing more, until the answer is called. */
  holdBack(): () => void {
    this.#open = new Promise(resolve => {
      this.#release = resolve;
    });
    return this.#release;
  }

  /** Names of the events since the last call. */
  takeNames(): string[] {
    return this.events.splice(0).map(({ event }) => event);
  }

  #read(text: string): string {
    const blocks = text.split('\n\n');
    const rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const event = /^event: (.*)$/m.exec(block)?.[1];
      const data = /^data: (.*)$/m.exec(block)?.[1];
      if (event && data) this.events.push({ event, data: JSON.parse(data) });
    }
    return rest;
  }
}
