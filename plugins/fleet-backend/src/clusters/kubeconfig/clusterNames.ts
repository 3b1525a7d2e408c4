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

import { createHash } from 'node:crypto';

const LONGEST = 63;

/** Gives contexts names that are legal everywhere: lower case letters, digits and dashes. The same contexts get the same names again. */
export class ClusterNames {
  readonly #taken = new Set<string>();

  /** The name for a context; `origin` tells it from a context of the same name elsewhere. */
  take(context: string, origin: string): string {
    const plain = legalName(context);
    const mark = createHash('sha256')
      .update(`${origin}\n${context}`)
      .digest('hex');
    const marked = (digits: number) =>
      [plain.slice(0, LONGEST - digits - 1), mark.slice(0, digits)]
        .filter(part => part !== '')
        .join('-');
    let name = plain || marked(6);
    for (let digits = 6; this.#taken.has(name); digits++) {
      name = marked(digits);
    }
    this.#taken.add(name);
    return name;
  }
}

function legalName(context: string): string {
  return context
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, '');
}
