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

import { sizesOf, whenAndWhere } from '../../cli/docs/resultSection';
import { markdownTable } from '../../cli/docs/markdownTable';
import { FrameFigures } from './watchFrames';
import { LiveFigures, PageName } from './measureLive';

type Pair = Record<PageName, number>;

/** What a run says of a live dashboard in the documentation. */
export function liveSection(figures: LiveFigures, date: string): string {
  const { workload, machine, rounds, cards, churn } = figures;
  const { opened, reloaded, frames } = figures;
  const pair = <Name extends string>(
    pages: Record<PageName, Record<Name, number>>,
    name: Name,
  ): Pair => ({
    dashboard: pages.dashboard[name],
    catalog: pages.catalog[name],
  });
  return [
    `${cards} cards; ${sizesOf({ ...workload, viewers: 1 })}; medians of ${rounds} visits and reloads of each page.`,
    whenAndWhere(date, machine),
    '',
    markdownTable([
      ['Measure', 'Dashboard', 'Catalog page', 'Ratio'],
      row(
        'Opened: largest contentful paint',
        pair(opened, 'largestContentfulPaint'),
      ),
      row('Opened: rows with data are shown', pair(opened, 'dataShown')),
      row('Opened: longest task', pair(opened, 'longestTask')),
      row(
        'Reloaded: first contentful paint',
        pair(reloaded, 'firstContentfulPaint'),
      ),
      row('Reloaded: rows with data are shown', pair(reloaded, 'dataShown')),
      row('From the first paint to the rows', {
        dashboard: afterPaint(reloaded.dashboard),
        catalog: afterPaint(reloaded.catalog),
      }),
      row('Reloaded: longest task', pair(reloaded, 'longestTask')),
    ]),
    '',
    markdownTable([
      ['Frames', 'Left alone', 'Scrolled'],
      frameRow('Drawn in a second', frames, ({ frames: count, seconds }) =>
        number(count / seconds),
      ),
      frameRow('Work over 50 ms', frames, ({ longFrames }) =>
        number(longFrames),
      ),
      frameRow(
        'The longest work, ms (0: none over 50)',
        frames,
        ({ longestWork }) => number(longestWork),
      ),
      frameRow('From one to the next, p50, ms', frames, ({ frameMs }) =>
        number(frameMs.p50),
      ),
      frameRow('From one to the next, p99, ms', frames, ({ frameMs }) =>
        number(frameMs.p99),
      ),
      frameRow('From one to the next, the longest, ms', frames, ({ frameMs }) =>
        number(frameMs.longest),
      ),
      frameRow('Changes of the page a second', frames, ({ changesPerSecond }) =>
        number(changesPerSecond),
      ),
    ]),
    '',
    `The fleet made ${number(churn)} changes a second meanwhile.`,
  ].join('\n');
}

/** What a page takes once the portal's shell is there. */
function afterPaint({
  dataShown,
  firstContentfulPaint,
}: LiveFigures['reloaded']['dashboard']): number {
  return dataShown - firstContentfulPaint;
}

function row(label: string, { dashboard, catalog }: Pair): string[] {
  return [
    label,
    `${number(dashboard)} ms`,
    `${number(catalog)} ms`,
    catalog > 0 ? `${(dashboard / catalog).toFixed(2)} ×` : '',
  ];
}

function frameRow(
  label: string,
  { still, scrolled }: LiveFigures['frames'],
  text: (figures: FrameFigures) => string,
): string[] {
  return [label, text(still), text(scrolled)];
}

function number(value: number): string {
  return Math.round(value).toLocaleString('en-GB');
}
