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

import { Distribution, distribution } from './distribution';

const TIMEOUT = 30_000;
const SORTS = ['name', 'status', 'restarts', 'age', 'cluster', 'node'];
const SEARCHES = ['cart', 'worker', 'api', 'load-00', 'checkout'];

/** The views by REST. */
export class FleetRest {
  constructor(private readonly port: number) {}

  async view(id: string, query: Record<string, string> = {}): Promise<any> {
    const url = `http://127.0.0.1:${this.port}/api/fleet/v1/views/${id}?${new URLSearchParams(query)}`;
    const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT) });
    if (!response.ok) throw new Error(`${url} answered ${response.status}`);
    return response.json();
  }

  /** Pages of 50 pods of the whole fleet, each sorted and filtered, one after the other. */
  async timePages(count: number): Promise<Distribution | undefined> {
    const times: number[] = [];
    for (let index = 0; index < count; index += 1) {
      const started = performance.now();
      await this.view('pods.list', {
        limit: '50',
        offset: String((index % 10) * 50),
        sort: SORTS[index % SORTS.length],
        search: SEARCHES[index % SEARCHES.length],
        descending: String(index % 2 === 0),
      });
      times.push(performance.now() - started);
    }
    return distribution(times);
  }
}
