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

import type { Browser, Page } from 'playwright-core';
import { ScriptTotal, ScriptTraffic } from './ScriptTraffic';

/** What one page took, in a browser that knew nothing of it. Times are milliseconds since the navigation began. */
export interface PageVisit extends ScriptTotal {
  readonly firstContentfulPaint: number;
  readonly largestContentfulPaint: number;
  /** What the largest paint was, for whoever wants to improve it. */
  readonly largestElement: string;
  /** Until the first row of data was in the page. */
  readonly dataShown: number;
  /** What all tasks over 50 ms took beyond that, after the first paint. */
  readonly blockingTime: number;
  readonly longestTask: number;
}

export interface VisitOptions {
  readonly url: string;
  /** Matches once data is shown. */
  readonly dataSelector: string;
}

interface Observed {
  largest: { time: number; element: string } | undefined;
  tasks: { start: number; duration: number }[];
  lastEvent: number;
}

const DATA_TIMEOUT = 60_000;
/** A page is done when neither the network nor the main thread has had anything to do for so long. */
const QUIET = 1_500;

/** Opens a page in a fresh context and waits until it has come to rest. */
export async function visitPage(
  browser: Browser,
  options: VisitOptions,
): Promise<PageVisit> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
  });
  try {
    const page = await context.newPage();
    await page.addInitScript(observe);
    const network = new ScriptTraffic(await context.newCDPSession(page));
    await network.start();
    await page.goto(options.url);
    const dataShown = await shownAt(page, options.dataSelector);
    await restOf(page, network);
    return { ...(await page.evaluate(figures)), dataShown, ...network.total };
  } finally {
    await context.close();
  }
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

function figures() {
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

/** The page itself looks at every frame, so that the time is not that of an answer to us. */
async function shownAt(page: Page, selector: string): Promise<number> {
  const handle = await page.waitForFunction(
    wanted => document.querySelector(wanted) !== null && performance.now(),
    selector,
    { polling: 'raf', timeout: DATA_TIMEOUT },
  );
  return (await handle.jsonValue()) as number;
}

async function restOf(page: Page, network: ScriptTraffic): Promise<void> {
  await page.waitForFunction(
    quiet => performance.now() - (window as any).observed.lastEvent > quiet,
    QUIET,
    { polling: 100, timeout: DATA_TIMEOUT },
  );
  while (Date.now() - network.lastEvent < QUIET) {
    await page.waitForTimeout(100);
  }
}
