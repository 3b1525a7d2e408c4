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

const SORTS = ['name', 'status', 'restarts', 'age', 'cluster', 'node'];
// As the demo fleet names its pods.
const NOUNS = ['cart', 'order', 'price', 'stock', 'search', 'review', 'ledger'];
const ROLES = ['api', 'worker', 'cache', 'gateway', 'indexer'];
const SEARCHES = [
  ...NOUNS,
  ...ROLES,
  ...NOUNS.flatMap(noun => ROLES.map(role => `${noun}-${role}`)),
];

/** How many there are before one comes twice: no length of one list divides the other's. */
const DIFFERENT = SORTS.length * SEARCHES.length;

/** Questions for pages of 50 pods, each sorted and filtered in another way. */
export function pageQuestions(count: number): Record<string, string>[] {
  if (count > DIFFERENT) {
    throw new Error(`There are ${DIFFERENT} questions, not ${count}`);
  }
  return Array.from({ length: count }, (_, index) => ({
    limit: '50',
    sort: SORTS[index % SORTS.length],
    search: SEARCHES[index % SEARCHES.length],
    descending: String(index % 2 === 0),
  }));
}
