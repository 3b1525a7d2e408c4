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

const MOST = 6;

/** The connections that a browser keeps to an HTTP/1.1 server, over all of its tabs: the seventh request waits. */
export class SixConnections {
  readonly #waiting: Array<() => void> = [];
  #free = MOST;

  readonly fetch: typeof fetch = async (input, init) => {
    await this.#take(init?.signal ?? undefined);
    let response: Response;
    try {
      response = await fetch(input, init);
    } catch (error) {
      this.#give();
      throw error;
    }
    const { body, status, headers } = response;
    if (!body) {
      this.#give();
      return response;
    }
    return new Response(this.#counted(body), { status, headers });
  };

  /** The body, whose end frees the connection. */
  #counted(body: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
    const reader = body.getReader();
    let over = false;
    const finish = () => {
      if (!over) this.#give();
      over = true;
    };
    return new ReadableStream({
      pull: async controller => {
        try {
          const { done, value } = await reader.read();
          if (!done) {
            controller.enqueue(value);
            return;
          }
          controller.close();
        } catch (error) {
          controller.error(error);
        }
        finish();
      },
      cancel: async reason => {
        finish();
        await reader.cancel(reason);
      },
    });
  }

  async #take(signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    if (this.#free > 0) {
      this.#free -= 1;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const go = () => resolve();
      this.#waiting.push(go);
      const leave = () => {
        const place = this.#waiting.indexOf(go);
        if (place < 0) return;
        this.#waiting.splice(place, 1);
        reject(signal?.reason);
      };
      signal?.addEventListener('abort', leave, { once: true });
    });
  }

  #give(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#free += 1;
  }
}
