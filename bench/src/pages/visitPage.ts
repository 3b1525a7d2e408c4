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

import type { Browser } from 'playwright-core';
import {
  observePage,
  PaintFigures,
  paintFigures,
  restOf,
  shownAt,
} from './observePage';
import { ScriptTotal, ScriptTraffic } from './ScriptTraffic';

/** What one page took, in a browser that knew nothing of it. Times are milliseconds since the navigation began. */
export interface PageVisit extends PaintFigures, ScriptTotal {
  /** Until the first row of data was in the page. */
  readonly dataShown: number;
}

export interface VisitOptions {
  readonly url: string;
  /** Matches once data is shown. */
  readonly dataSelector: string;
  /** Milliseconds after the first data, for a page that is so alive that it never comes to rest. */
  readonly look?: number;
}

export const VIEWPORT = { width: 1440, height: 900 };

/** A page is done when neither the network nor the main thread has had anything to do for so long. */
const QUIET = 1_500;

/** Opens a page in a fresh context and waits until it has come to rest. */
export async function visitPage(
  browser: Browser,
  options: VisitOptions,
): Promise<PageVisit> {
  const context = await browser.newContext({ viewport: VIEWPORT });
  try {
    const page = await context.newPage();
    await observePage(page);
    const network = new ScriptTraffic(await context.newCDPSession(page));
    await network.start();
    await page.goto(options.url);
    const dataShown = await shownAt(page, options.dataSelector);
    if (options.look === undefined) {
      await restOf(page, QUIET);
      while (Date.now() - network.lastEvent < QUIET) {
        await page.waitForTimeout(100);
      }
    } else {
      await page.waitForTimeout(options.look);
    }
    return { ...(await paintFigures(page)), dataShown, ...network.total };
  } finally {
    await context.close();
  }
}
