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

import { expect, Page, test } from '@playwright/test';
import { DashboardOfFigures, numberIn } from './DashboardOfFigures';

/** What a card shows of what a figure counts, as a person reads it there. */
type CardReading = (shown: DashboardOfFigures) => Promise<number | string>;

/** What the page that a figure leads to shows of it. */
type ListReading = (page: Page) => Promise<number>;

interface Comparison {
  figure: string;
  cards: Record<string, CardReading>;
  list?: ListReading;
}

const rowsIn =
  (table: string): ListReading =>
  async page => {
    const counts = page
      .getByRole('region', { name: table, exact: true })
      .getByRole('status')
      .first();
    await expect(counts).toContainText(/\d/);
    return numberIn(await counts.textContent());
  };

const clustersListed: ListReading = async page => {
  await expect(page.getByRole('group', { name: 'States' })).toBeVisible();
  return page
    .getByRole('list', { name: 'List of clusters' })
    .getByRole('listitem')
    .count();
};

const sum = (numbers: readonly number[]) =>
  numbers.reduce((all, number) => all + number, 0);

const totalOf =
  (card: string): CardReading =>
  shown =>
    shown.total(card);

const sumOf =
  (card: string, column: string, part: (cell: string) => number) =>
  async (shown: DashboardOfFigures) =>
    sum((await shown.column(card, column)).map(part));

const amount = (cell: string) => (/\d/.test(cell) ? numberIn(cell) : 0);
const ofWhole = (cell: string) => amount(cell.split('/').pop()!);
const errors = (cell: string) => numberIn(/■\s*[\d,]+/.exec(cell)?.[0] ?? '0');
const warnings = (cell: string) =>
  numberIn(/▲\s*[\d,]+/.exec(cell)?.[0] ?? '0');

const sumOfTotals =
  (card: string, words: readonly string[]): CardReading =>
  async shown =>
    sum(await Promise.all(words.map(word => shown.numberBeside(card, word))));

const capacity =
  (measure: string): CardReading =>
  shown =>
    shown.capacity(measure);

const PHASES = ['Failed', 'Unknown', 'Pending', 'Running', 'Succeeded'];

const comparisons: Comparison[] = [
  {
    figure: 'Clusters',
    cards: {
      'Cluster health': totalOf('Cluster health'),
      'Node status': totalOf('Node status'),
      'Resource capacity': totalOf('Resource capacity'),
    },
    list: clustersListed,
  },
  {
    figure: 'Healthy',
    cards: {
      'Cluster health': async shown =>
        (await shown.column('Cluster health', 'State')).filter(state =>
          state.includes('Healthy'),
        ).length,
    },
    list: clustersListed,
  },
  {
    figure: 'Unhealthy',
    cards: {
      'Cluster health': async shown =>
        (await shown.column('Cluster health', 'State')).filter(
          state => !state.includes('Healthy'),
        ).length,
    },
    list: clustersListed,
  },
  {
    figure: 'Nodes',
    cards: {
      'Cluster health': sumOf('Cluster health', 'Nodes', ofWhole),
      'Node status': sumOfTotals('Node status', [
        'Not ready',
        'Unknown',
        'Ready',
      ]),
    },
    list: rowsIn('Nodes'),
  },
  {
    figure: 'Namespaces',
    cards: { Namespaces: totalOf('Namespaces') },
    list: rowsIn('Namespaces'),
  },
  {
    figure: 'Pods',
    cards: {
      'Cluster health': sumOf('Cluster health', 'Pods', amount),
      Namespaces: sumOf('Namespaces', 'Pods', amount),
      'Pod phases': sumOfTotals('Pod phases', PHASES),
    },
    list: rowsIn('Pods'),
  },
  {
    figure: 'Pod errors',
    cards: {
      'Cluster health': sumOf('Cluster health', 'Problems', errors),
      Namespaces: sumOf('Namespaces', 'Problems', errors),
    },
    list: rowsIn('Pods'),
  },
  {
    figure: 'Pod warnings',
    cards: {
      'Cluster health': sumOf('Cluster health', 'Problems', warnings),
      Namespaces: sumOf('Namespaces', 'Problems', warnings),
    },
    list: rowsIn('Pods'),
  },
  {
    figure: 'Errors',
    cards: {
      'Cluster health and Node status': async shown =>
        sum([
          (await shown.column('Cluster health', 'State')).filter(state =>
            /Unreachable|Denied|Invalid/.test(state),
          ).length,
          await sumOfTotals('Node status', ['Not ready', 'Unknown'])(
            shown,
          ).then(Number),
          await sumOf('Cluster health', 'Problems', errors)(shown),
        ]),
    },
  },
  {
    figure: 'Deployments down',
    cards: {
      'Deployment status': async shown =>
        (await shown.column('Deployment status', 'Status')).filter(status =>
          /Failed|Degraded/.test(status),
        ).length,
    },
    list: rowsIn('Workloads'),
  },
  {
    figure: 'Warnings',
    cards: {
      'Warning events': sumOf('Warning events', 'Events', amount),
    },
    list: rowsIn('Events'),
  },
  {
    figure: 'CPU requested',
    cards: { 'Resource capacity': capacity('CPU') },
  },
  {
    figure: 'Memory requested',
    cards: { 'Resource capacity': capacity('Memory') },
  },
  {
    figure: 'GPUs requested',
    cards: { 'Resource capacity': capacity('GPUs') },
  },
];

/** Tries until two places agree, or for a while: pods come and go between two looks, and a view that looks back is made anew every minute. */
async function disagreement(
  page: Page,
  read: () => Promise<{ values: (number | string)[]; other: number | string }>,
): Promise<string | undefined> {
  const end = Date.now() + 70_000;
  for (;;) {
    const { values, other } = await read();
    if (values.includes(other)) return undefined;
    if (Date.now() > end) return `${values.at(-1)}, but ${other}`;
    await page.waitForTimeout(250);
  }
}

const dashboards: { narrowed: string; search: string; only?: string[] }[] = [
  { narrowed: 'of the whole fleet', search: '' },
  {
    narrowed: 'of some clusters',
    search: '?clusters=prod-us-central1,gpu-us-east-04',
  },
  {
    narrowed: 'of some namespaces in some clusters',
    search:
      '?clusters=prod-us-central1,gpu-us-east-04&namespaces=checkout,payments,inference',
  },
  {
    narrowed: 'of a quarter of an hour',
    search: '?clusters=prod-us-central1&range=15m',
    only: ['Warnings'],
  },
];

for (const { narrowed, search, only } of dashboards) {
  test(`figures ${narrowed} agree with the cards and with the lists they lead to`, async ({
    page,
  }) => {
    test.setTimeout(300_000);
    const shown = await DashboardOfFigures.open(page, search);

    expect(await shown.figures()).toEqual(
      comparisons.map(({ figure }) => figure).sort(),
    );
    const disagreements: string[] = [];
    const look = async (
      figure: string,
      where: string,
      reading: () => Promise<number | string>,
    ) => {
      const found = await disagreement(page, async () => {
        const before = await shown.figure(figure);
        const other = await reading();
        return { values: [before, await shown.figure(figure)], other };
      });
      if (found) disagreements.push(`${figure}: ${found} in ${where}`);
    };
    for (const { figure, cards, list } of comparisons) {
      if (only && !only.includes(figure)) continue;
      for (const [card, reading] of Object.entries(cards)) {
        await look(figure, card, () => reading(shown));
      }
      if (!list) continue;
      await look(figure, 'its list', async () => {
        await shown.link(figure).click();
        const total = await list(page);
        await page.goBack();
        return total;
      });
    }
    expect(disagreements).toEqual([]);
    await shown.remove();
  });
}
