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
  shownAt,
} from './observePage';
import { VIEWPORT, VisitOptions } from './visitPage';

/** What a reload took, in a browser that has the scripts and has shown the page before. */
export interface PageReload extends PaintFigures {
  /** Until the first row of data was in the page. */
  readonly dataShown: number;
}

/** How long a person looks before reloading: what the browser keeps of data is written meanwhile, and scripts are compiled for good. */
const LOOK = 8_000;
/** Until the largest paint is known. */
const SETTLE = 2_000;

/** Opens a page in a fresh context and reloads it. The first reload does not count: the browser keeps compiled scripts only after it. */
export async function reloadPage(
  browser: Browser,
  options: VisitOptions & { readonly reloads: number },
): Promise<PageReload[]> {
  const { url, dataSelector } = options;
  const context = await browser.newContext({ viewport: VIEWPORT });
  try {
    const page = await context.newPage();
    await observePage(page);
    await page.goto(url);
    await shownAt(page, dataSelector);
    const reloads: PageReload[] = [];
    for (let index = 0; index <= options.reloads; index += 1) {
      await page.waitForTimeout(LOOK);
      await page.reload({ waitUntil: 'commit' });
      const dataShown = await shownAt(page, dataSelector);
      await page.waitForTimeout(SETTLE);
      if (index > 0) reloads.push({ ...(await paintFigures(page)), dataShown });
    }
    return reloads;
  } finally {
    await context.close();
  }
}
