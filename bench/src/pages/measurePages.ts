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
import { DemoFleetProcess, freePort, PortalProcess } from 'portal-process';
import { awaitFleet } from './awaitFleet';
import { launchChromium } from './launchChromium';
import { Medians, mediansOf } from './medians';
import { PageVisit, visitPage } from './visitPage';

export type PageMedians = Medians<PageVisit>;

/** Figures of which a median can be told. */
export type PageMeasure = keyof PageMedians;

/** The dashboard beside the stock catalog page: the same portal, browser and run. */
export interface PageFigures {
  readonly rounds: number;
  /** Clusters of the demo fleet that the dashboard shows. */
  readonly clusters: number;
  readonly dashboard: PageMedians;
  readonly catalog: PageMedians;
  /** Dashboard divided by catalog page. */
  readonly ratios: { largestContentfulPaint: number; scriptBytes: number };
  readonly visits: {
    readonly dashboard: readonly PageVisit[];
    readonly catalog: readonly PageVisit[];
  };
}

export interface MeasurePagesOptions {
  /** Visits to each page that count; one more of each comes before. */
  readonly rounds: number;
  readonly log?: (line: string) => void;
}

const PAGES = {
  dashboard: {
    path: '/fleet',
    dataSelector: 'section tbody tr',
  },
  catalog: { path: '/catalog', dataSelector: 'table tbody td a' },
} as const;

/** Measures the production build of the app (packages/app/dist has to be there) in front of the demo fleet of six clusters. */
export async function measurePages(
  options: MeasurePagesOptions,
): Promise<PageFigures> {
  const { rounds, log = () => {} } = options;
  const folder = await mkdtemp(join(tmpdir(), 'quarterdeck-pages-'));
  const fleet = await DemoFleetProcess.start({
    kubeconfig: join(folder, 'kubeconfig'),
  });
  const ends: Array<() => Promise<unknown>> = [() => fleet.stop()];
  try {
    const portal = await PortalProcess.start({
      port: await freePort(),
      kubeconfig: `${fleet.kubeconfig}.portal`,
    });
    ends.unshift(() => portal.end('SIGTERM'));
    const clusters = await awaitFleet(portal);
    const browser = await launchChromium();
    ends.unshift(() => browser.close());
    const visits = { dashboard: [], catalog: [] } as Record<
      keyof typeof PAGES,
      PageVisit[]
    >;
    // The first visit of each is to a server that has compressed and compiled nothing yet.
    for (let round = 0; round <= rounds; round += 1) {
      for (const name of ['dashboard', 'catalog'] as const) {
        const { path, dataSelector } = PAGES[name];
        const url = `${portal.url}${path}`;
        const visit = await visitPage(browser, { url, dataSelector });
        if (round > 0) visits[name].push(visit);
        log(
          `${round > 0 ? `visit ${round}` : 'warm-up'} of ${path}: LCP ${Math.round(visit.largestContentfulPaint)} ms, data ${Math.round(visit.dataShown)} ms, ${Math.round(visit.scriptBytes / 1024)} KiB of scripts`,
        );
      }
    }
    const dashboard = mediansOf(visits.dashboard);
    const catalog = mediansOf(visits.catalog);
    const ratio = (measure: PageMeasure) =>
      dashboard[measure] / catalog[measure];
    return {
      rounds,
      clusters,
      dashboard,
      catalog,
      ratios: {
        largestContentfulPaint: ratio('largestContentfulPaint'),
        scriptBytes: ratio('scriptBytes'),
      },
      visits,
    };
  } finally {
    for (const end of ends) await end();
    await rm(folder, { recursive: true, force: true });
  }
}
