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
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DemoFleetProcess, freePort, PortalProcess } from 'portal-process';
import { byName, PodChurn, PodFacts } from './PodChurn';

/** More for a longer look: KILL_ROUNDS=50. */
const ROUNDS = Number(process.env.KILL_ROUNDS ?? 3);
const SEED = Number(process.env.KILL_SEED ?? Date.now() % 1_000_000);

const NAMESPACE = 'chaos';

/** Numbers from 0 to 1 that the seed repeats (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) % 2 ** 32;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

interface GridContent {
  /** As the grid says, drawn or not: a hole, or a row twice, makes it differ. */
  count: number;
  rows: PodFacts[];
}

/** The grid of pods as a person reads it; the name is that of the page that a row leads to. */
async function contentOf(page: Page): Promise<GridContent> {
  const { count, headers, rows } = await page
    .getByRole('grid')
    .evaluate(grid => {
      const texts = (of: Element, role: string) =>
        Array.from(
          of.querySelectorAll(`[role=${role}]`),
          cell => cell.textContent ?? '',
        );
      return {
        count: Number(grid.getAttribute('aria-rowcount')) - 1,
        headers: texts(grid, 'columnheader'),
        rows: Array.from(
          grid.querySelectorAll('[role=row]:has([role=gridcell])'),
          row => ({
            href: row.querySelector('a')?.getAttribute('href') ?? '',
            cells: texts(row, 'gridcell'),
          }),
        ),
      };
    });
  const at = (name: string) =>
    headers.findIndex(header => header.startsWith(name));
  return {
    count,
    rows: rows
      .map(({ href, cells }) => ({
        name: href.slice(href.lastIndexOf('/') + 1),
        status: cells[at('Status')].replace(/^[^A-Za-z]+/, ''),
        restarts: Number(cells[at('Restarts')]),
      }))
      .sort(byName),
  };
}

/** What must not happen on a page: errors other than of requests that fail, and a second load. */
function watchPage(page: Page, found: string[]): void {
  page.on('pageerror', error => found.push(`${error}`));
  page.on('console', message => {
    const failedRequest = /Failed to load resource|net::ERR_|WebSocket/;
    if (message.type() === 'error' && !failedRequest.test(message.text())) {
      found.push(message.text());
    }
  });
  let loads = 0;
  page.on('load', () => {
    loads += 1;
    if (loads > 1) found.push(`${page.url()} was loaded again`);
  });
}

test.describe('a portal that is killed while a browser watches', () => {
  test.setTimeout(90_000 + ROUNDS * 60_000);

  let folder: string;
  let fleet: DemoFleetProcess;
  let churn: PodChurn;
  let portal: PortalProcess;
  let port: number;
  const random = randomOf(SEED);

  const startPortal = async () => {
    portal = await PortalProcess.start({
      port,
      kubeconfig: `${fleet.kubeconfig}.portal`,
      // A restart finds what was there: signing keys, above all.
      databaseFolder: join(folder, 'database'),
    });
  };

  test.beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'quarterdeck-killed-'));
    port = await freePort();
    fleet = await DemoFleetProcess.start({
      kubeconfig: join(folder, 'kubeconfig'),
      args: ['--clusters', '2', '--pods', '20', '--churn', '0'],
    });
    const [cluster] = await fleet.clusters();
    churn = new PodChurn({ cluster, namespace: NAMESPACE, random });
    await churn.fill(12);
    await startPortal();
  });

  test.afterAll(async () => {
    await portal?.end('SIGKILL');
    await fleet?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  test('loses, doubles and keeps no row', async ({ browser }) => {
    test.info().annotations.push({
      type: 'to repeat',
      description: `KILL_SEED=${SEED} KILL_ROUNDS=${ROUNDS}`,
    });
    const found: string[] = [];
    const context = await browser.newContext({
      viewport: { width: 1440, height: 2400 },
    });
    const [grid, dashboard] = [
      await context.newPage(),
      await context.newPage(),
    ];
    [grid, dashboard].forEach(page => watchPage(page, found));
    const [{ name: cluster }] = await fleet.clusters();
    await grid.goto(
      `${portal.url}/fleet/clusters/${cluster}/namespaces/${NAMESPACE}/pods`,
    );
    await dashboard.goto(`${portal.url}/fleet`);
    const state = (page: Page, word: string) =>
      expect(page.getByRole('status').filter({ hasText: word })).toBeVisible();
    const asTheServerSays = async () => {
      const rows = await churn.pods();
      await expect
        .poll(() => contentOf(grid), { timeout: 30_000 })
        .toEqual({ count: rows.length, rows });
    };
    await asTheServerSays();
    // Cards whose code has not come yet could not show anything while the portal is down.
    await expect(dashboard.getByRole('region')).not.toHaveCount(0);
    await expect(dashboard.locator('[aria-busy=true]')).toHaveCount(0);

    const round = async () => {
      const changing = churn.change(20);
      await new Promise(resolve => setTimeout(resolve, random() * 300));
      await portal.end('SIGKILL');
      await changing;

      await state(grid, 'Offline');
      await state(dashboard, 'Offline');
      const before = await contentOf(grid);
      expect(before.rows.length).toBeGreaterThan(0);
      await churn.change(10);
      expect(await contentOf(grid)).toEqual(before);

      await startPortal();
      await asTheServerSays();
      await state(grid, 'Live');
      await state(dashboard, 'Live');
      const card = dashboard.getByRole('region', { name: 'Cluster health' });
      const pods = (await churn.podsOfCluster()).toLocaleString('en-US');
      await expect(
        card
          .getByRole('row', { name: new RegExp(cluster) })
          .getByRole('cell', { name: pods, exact: true }),
      ).toBeVisible();
      expect(found).toEqual([]);
    };
    for (let count = 1; count <= ROUNDS; count += 1) {
      await test.step(`round ${count}`, round);
    }
    await context.close();
  });
});
