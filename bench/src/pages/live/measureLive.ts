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

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { freePort, PortalProcess } from 'portal-process';
import { warmFleet } from '../../load/warmFleet';
import { FleetProcess } from '../../processes/FleetProcess';
import { thisMachine } from '../../processes/thisMachine';
import { Machine } from '../../BenchResult';
import { Workload } from '../../workloads';
import { launchChromium } from '../launchChromium';
import { Medians, mediansOf } from '../medians';
import { shownAt } from '../observePage';
import { PageReload, reloadPage } from '../reloadPage';
import { PageVisit, visitPage } from '../visitPage';
import { twentyCards, WHOLE_DASHBOARD } from './twentyCards';
import { FrameFigures, watchFrames } from './watchFrames';

/** A dashboard of twenty cards in front of a workload's fleet, beside the stock catalog page of the same portal. */
export interface LiveFigures {
  readonly workload: Workload;
  readonly machine: Machine;
  readonly rounds: number;
  readonly cards: number;
  /** What the fleet really changed, a second, while frames were watched. */
  readonly churn: number;
  readonly opened: Record<PageName, Medians<PageVisit>>;
  readonly reloaded: Record<PageName, Medians<PageReload>>;
  readonly frames: {
    readonly still: FrameFigures;
    readonly scrolled: FrameFigures;
  };
  /** Dashboard divided by catalog page. */
  readonly ratios: { readonly largestContentfulPaint: number };
  readonly visits: Record<PageName, readonly PageVisit[]>;
  readonly reloads: Record<PageName, readonly PageReload[]>;
}

export type PageName = 'dashboard' | 'catalog';

export interface MeasureLiveOptions {
  readonly workload: Workload;
  /** Visits and reloads of each page that count. */
  readonly rounds: number;
  readonly log?: (line: string) => void;
}

const READ_TIMEOUT = 300_000;
const CARD_TIMEOUT = 60_000;
const SETTLE = 5_000;

/**
 * Fleet, portal and browser share the machine; nothing is pinned, since Chromium without a graphics card draws on any core.
 *
 * @throws Error when a card fails or shows nothing, or when nothing on the page changes: then there is nothing to be measured.
 */
export async function measureLive(
  options: MeasureLiveOptions,
): Promise<LiveFigures> {
  const { workload, log = () => {} } = options;
  const folder = await mkdtemp(join(tmpdir(), 'quarterdeck-live-'));
  const ends: Array<() => Promise<unknown>> = [
    () => rm(folder, { recursive: true, force: true }),
  ];
  try {
    log(`Starting the fleet of ${workload.name}`);
    const fleet = await FleetProcess.start(workload, folder);
    ends.unshift(() => fleet.stop());
    await warmFleet(fleet.clusters);
    const portal = await PortalProcess.start({
      port: await freePort(),
      kubeconfig: `${fleet.kubeconfig}.portal`,
    });
    ends.unshift(() => portal.end('SIGTERM'));
    await awaitPods(portal, workload);
    log('The fleet is read');
    const dashboard = `${portal.url}/fleet/dashboards/${await createDashboard(portal)}`;
    const browser = await launchChromium();
    ends.unshift(() => browser.close());
    return await measure(options, {
      fleet,
      browser,
      pages: {
        dashboard: { url: dashboard, dataSelector: 'section tbody tr' },
        catalog: {
          url: `${portal.url}/catalog`,
          dataSelector: 'table tbody td a',
        },
      },
    });
  } finally {
    for (const end of ends) await end();
  }
}

/** Waits until the portal knows every pod of the fleet. */
async function awaitPods(
  portal: PortalProcess,
  { clusters, pods }: Workload,
): Promise<void> {
  const authorization = `Bearer ${await portal.signIn()}`;
  const deadline = Date.now() + READ_TIMEOUT;
  for (;;) {
    const response = await portal.fetch(
      '/api/fleet/v1/views/pods.list?limit=1',
      {
        headers: { authorization },
      },
    );
    const { total, coverage } = await response.json();
    if (total === clusters * pods && coverage.failed.length === 0) return;
    if (Date.now() > deadline) {
      throw new Error(`The portal knows ${total} pods of ${clusters * pods}`);
    }
    await new Promise(resolve => setTimeout(resolve, 500));
  }
}

interface Running {
  readonly fleet: FleetProcess;
  readonly browser: Browser;
  readonly pages: Record<PageName, { url: string; dataSelector: string }>;
}

async function measure(
  { workload, rounds, log = () => {} }: MeasureLiveOptions,
  { fleet, browser, pages }: Running,
): Promise<LiveFigures> {
  const names = ['dashboard', 'catalog'] as const;
  const visits = { dashboard: [] as PageVisit[], catalog: [] as PageVisit[] };
  // The first visit of each is to a server that has compressed and compiled nothing yet.
  for (let round = 0; round <= rounds; round += 1) {
    for (const name of names) {
      const visit = await visitPage(browser, {
        ...pages[name],
        look: SETTLE,
      });
      if (round > 0) visits[name].push(visit);
      log(
        `${round > 0 ? `visit ${round}` : 'warm-up'} of the ${name}: LCP ${Math.round(visit.largestContentfulPaint)} ms, data ${Math.round(visit.dataShown)} ms`,
      );
    }
  }
  const reloads = {
    dashboard: await reloadPage(browser, {
      ...pages.dashboard,
      reloads: rounds,
    }),
    catalog: await reloadPage(browser, { ...pages.catalog, reloads: rounds }),
  };
  for (const name of names) {
    log(
      `reloads of the ${name}: data after ${reloads[name].map(({ dataShown }) => Math.round(dataShown)).join(', ')} ms`,
    );
  }
  const { frames, churn } = await framesOf(
    browser,
    pages.dashboard,
    fleet,
    workload.seconds,
  );
  for (const [name, figures] of Object.entries(frames)) {
    log(
      `frames ${name}: ${figures.longFrames} over 50 ms, the longest ${Math.round(figures.longestWork)} ms`,
    );
  }
  const opened = {
    dashboard: mediansOf(visits.dashboard),
    catalog: mediansOf(visits.catalog),
  };
  return {
    workload,
    // Only the fleet keeps to one core.
    machine: { ...thisMachine(), pinned: false },
    rounds,
    cards: twentyCards.content.cards.length,
    churn,
    opened,
    ratios: {
      largestContentfulPaint:
        opened.dashboard.largestContentfulPaint /
        opened.catalog.largestContentfulPaint,
    },
    reloaded: {
      dashboard: mediansOf(reloads.dashboard),
      catalog: mediansOf(reloads.catalog),
    },
    frames,
    visits,
    reloads,
  };
}

async function createDashboard(portal: PortalProcess): Promise<string> {
  const response = await portal.fetch('/api/fleet/v1/dashboards', {
    method: 'POST',
    headers: {
      authorization: `Bearer ${await portal.signIn()}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify(twentyCards),
  });
  if (!response.ok) {
    throw new Error(`No dashboard was made: ${await response.text()}`);
  }
  return (await response.json()).slug;
}

async function framesOf(
  browser: Browser,
  target: { url: string; dataSelector: string },
  fleet: FleetProcess,
  seconds: number,
): Promise<Pick<LiveFigures, 'frames' | 'churn'>> {
  const page = await browser.newPage({ viewport: WHOLE_DASHBOARD });
  try {
    await page.goto(target.url);
    await shownAt(page, target.dataSelector);
    await awaitCards(page);
    await page.waitForTimeout(SETTLE);
    const [begin, before] = [Date.now(), await fleet.changes()];
    const still = await watchFrames(page, seconds);
    const churn =
      ((await fleet.changes()) - before) / ((Date.now() - begin) / 1_000);
    if (still.changesPerSecond === 0) {
      throw new Error('Nothing on the dashboard has changed');
    }
    await page.setViewportSize({ width: WHOLE_DASHBOARD.width, height: 900 });
    await page.mouse.move(WHOLE_DASHBOARD.width / 2, 450);
    const scrolling = keepScrolling(page, seconds);
    const scrolled = await watchFrames(page, seconds);
    await scrolling;
    await awaitCards(page);
    return { churn, frames: { still, scrolled } };
  } finally {
    await page.close();
  }
}

/** Waits until every card has its data, and complains of those that have none or have failed. */
async function awaitCards(page: Page): Promise<void> {
  const cards = twentyCards.content.cards.length;
  await page.waitForFunction(
    wanted => {
      const shown = [...document.querySelectorAll('main section:has(h2)')];
      return (
        shown.length >= wanted &&
        shown.every(
          card =>
            card.getAttribute('aria-busy') === null &&
            !card.querySelector('[role=alert]'),
        )
      );
    },
    cards,
    { timeout: CARD_TIMEOUT },
  );
}

/** As a wheel does, down and up again. */
async function keepScrolling(page: Page, seconds: number): Promise<void> {
  const end = Date.now() + seconds * 1_000;
  for (let step = 0; Date.now() < end; step += 1) {
    await page.mouse.wheel(0, step % 40 < 20 ? 100 : -100);
    await page.waitForTimeout(50);
  }
}
