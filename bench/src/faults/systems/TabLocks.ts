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

type Grant = (lock: { readonly name: string } | null) => unknown;

/** The Web Locks that the tabs of one browser share, as far as the client uses them. */
export class TabLocks {
  readonly #held = new Set<string>();

  /** In the shape of the browser's own. */
  get manager(): LockManager {
    return {
      request: async (name: string, _: object, grant: Grant) => {
        if (this.#held.has(name)) return grant(null);
        this.#held.add(name);
        try {
          return await grant({ name });
        } finally {
          this.#held.delete(name);
        }
      },
    } as unknown as LockManager;
  }
}
