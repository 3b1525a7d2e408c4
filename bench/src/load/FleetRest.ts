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
import { pageQuestions } from './pageQuestions';

const TIMEOUT = 30_000;

export interface PageFigures {
  /** The first page of a question that nobody has asked for a while. */
  readonly new: Distribution;
  /** The second page of it. */
  readonly again: Distribution;
}

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
  async timePages(count: number): Promise<PageFigures> {
    const times: Record<keyof PageFigures, number[]> = { new: [], again: [] };
    const page = async (
      kind: keyof PageFigures,
      question: Record<string, string>,
      offset: number,
    ) => {
      const started = performance.now();
      await this.view('pods.list', { ...question, offset: `${offset}` });
      times[kind].push(performance.now() - started);
    };
    for (const question of pageQuestions(count)) {
      await page('new', question, 0);
      await page('again', question, 50);
    }
    return {
      new: distribution(times.new)!,
      again: distribution(times.again)!,
    };
  }
}
