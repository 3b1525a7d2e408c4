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

import type { Page } from 'playwright-core';

/** How one load of a page went. Times are milliseconds since the navigation began. */
export interface PaintFigures {
  readonly firstContentfulPaint: number;
  readonly largestContentfulPaint: number;
  /** What the largest paint was, for whoever wants to improve it. */
  readonly largestElement: string;
  /** What all tasks over 50 ms took beyond that, after the first paint. */
  readonly blockingTime: number;
  readonly longestTask: number;
}

interface Observed {
  largest: { time: number; element: string } | undefined;
  tasks: { start: number; duration: number }[];
  lastEvent: number;
}

const DATA_TIMEOUT = 60_000;

/** Has every document of the page tell how it is painted. To be called before the first is opened. */
export async function observePage(page: Page): Promise<void> {
  await page.addInitScript(observe);
}

/** Milliseconds from the navigation until something matches. The page itself looks at every frame, so that the time is not that of an answer to us. */
export async function shownAt(page: Page, selector: string): Promise<number> {
  const handle = await page.waitForFunction(
    wanted => document.querySelector(wanted) !== null && performance.now(),
    selector,
    { polling: 'raf', timeout: DATA_TIMEOUT },
  );
  return (await handle.jsonValue()) as number;
}

/** Waits until nothing has been painted larger, and no long task has run, for so many milliseconds. */
export async function restOf(page: Page, quiet: number): Promise<void> {
  await page.waitForFunction(
    milliseconds =>
      performance.now() - (window as any).observed.lastEvent > milliseconds,
    quiet,
    { polling: 100, timeout: DATA_TIMEOUT },
  );
}

export function paintFigures(page: Page): Promise<PaintFigures> {
  return page.evaluate(figures);
}

/** Runs in the page before anything else. */
function observe(): void {
  const seen: Observed = { largest: undefined, tasks: [], lastEvent: 0 };
  (window as any).observed = seen;
  new PerformanceObserver(list => {
    for (const entry of list.getEntries() as any[]) {
      const { tagName, className } = entry.element ?? {};
      seen.largest = {
        time: entry.startTime,
        element: `${tagName} ${className ?? ''} ${entry.element?.textContent?.slice(0, 60) ?? ''}`,
      };
    }
    seen.lastEvent = performance.now();
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver(list => {
    for (const { startTime, duration } of list.getEntries()) {
      seen.tasks.push({ start: startTime, duration });
    }
    seen.lastEvent = performance.now();
  }).observe({ type: 'longtask', buffered: true });
}

function figures(): PaintFigures {
  const { largest, tasks } = (window as any).observed as Observed;
  const [paint] = performance.getEntriesByName('first-contentful-paint');
  return {
    firstContentfulPaint: paint.startTime,
    largestContentfulPaint: largest!.time,
    largestElement: largest!.element.trim(),
    blockingTime: tasks
      .filter(({ start }) => start >= paint.startTime)
      .reduce((sum, { duration }) => sum + duration - 50, 0),
    longestTask: Math.max(0, ...tasks.map(({ duration }) => duration)),
  };
}
