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

const GENERATION = 50_000;

/** One shared copy of equal texts. Forgets texts that nobody asked for in a while, so that it cannot grow without end. */
export class Interner {
  #recent = new Map<string, string>();
  #older = new Map<string, string>();

  readonly intern = (text: string): string => {
    const recent = this.#recent.get(text);
    if (recent !== undefined) {
      return recent;
    }
    const copy = this.#older.get(text) ?? text;
    if (this.#recent.size >= GENERATION) {
      this.#older = this.#recent;
      this.#recent = new Map();
    }
    this.#recent.set(copy, copy);
    return copy;
  };
}
