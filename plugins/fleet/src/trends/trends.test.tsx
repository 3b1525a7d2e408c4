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

import {
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  SampleSettings,
  TrendRow,
  TrendSummary,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { screen, waitFor, within } from '@testing-library/react';
import { HttpResponse } from 'msw';
import { axeFindings } from '../__testUtils__/axeFindings';
import { fullCoverage, troubledFleet } from '../__testUtils__/fleetFixture';
import {
  errorResponse,
  FleetTestServer,
} from '../__testUtils__/FleetTestServer';
import { renderFleet } from '../__testUtils__/renderFleet';
import { SamplesSettings } from '../settings/SamplesSettings';

const COUNT = 60;
const STEP = 60_000;
const GIB = 1024 ** 3;

const summary: TrendSummary = {
  start: Math.floor(Date.now() / STEP) * STEP - (COUNT - 1) * STEP,
  step: STEP,
  count: COUNT,
  sampling: true,
  interval: STEP,
  more: 0,
  unknown: [],
  leftOut: [],
  withheld: 0,
};

/** A row that ends with some figures. */
function row(series: string, ends: (number | null)[], more: object = {}) {
  const values = Array<number | null>(COUNT - ends.length).fill(1);
  return {
    series,
    title: series,
    unit: 'count',
    clusters: 1,
    ...more,
    values: [...values, ...ends],
  } as TrendRow;
}

const answer = (rows: TrendRow[], more: Partial<TrendSummary> = {}) => ({
  rows,
  total: rows.length,
  summary: { ...summary, ...more },
  coverage: fullCoverage,
});

const shown = (name: string, settings: object = {}) => [
  { [`fleet-card:fleet/${name}`]: { config: { hidden: false, settings } } },
];

describe('cards of trends', () => {
  let server: FleetTestServer;

  beforeEach(() => {
    server = new FleetTestServer();
    server.start();
    server.views = troubledFleet();
  });

  afterEach(() => server.stop());

  async function card(name: string) {
    await waitFor(() =>
      expect(screen.getByRole('region', { name })).not.toHaveAttribute(
        'aria-busy',
      ),
    );
    return within(screen.getByRole('region', { name }));
  }

  const cellsOf = (line: HTMLElement) =>
    within(line)
      .getAllByRole('cell')
      .map(cell => cell.textContent);

  it('cluster metrics has a line for each cluster, thinned for who hears it', async () => {
    server.views['samples.trend'] = answer(
      [
        row('cpu.used', [2.5, null], {
          unit: 'cores',
          cluster: 'eu-west',
          clusterTitle: 'EU West',
        }),
        row('cpu.used', [0.5, 0.25], { unit: 'cores', cluster: 'us-east' }),
      ],
      { more: 3 },
    );
    const { container } = renderFleet(server, {
      extensions: shown('cluster-metrics', { range: '1h' }),
    });
    const metrics = await card('CPU used by cluster');
    const table = within(
      await metrics.findByRole('table', { name: 'CPU used' }),
    );
    expect(
      table.getAllByRole('columnheader').map(head => head.textContent),
    ).toEqual(['Time', 'EU West', 'us-east']);
    const rows = table.getAllByRole('row');
    expect(rows.length).toBeLessThanOrEqual(25);
    expect(cellsOf(rows[rows.length - 1])).toEqual(['–', '250m']);
    expect(metrics.getByText('The largest 2 of 5.')).toBeVisible();
    expect(metrics.getByText('Samples every 60 s')).toBeInTheDocument();
    expect(server.asked('samples.trend')?.params).toEqual({
      series: ['cpu.used'],
      range: '1h',
      split: 'cluster',
    });
    expect(await axeFindings(container)).toEqual([]);
  });

  it('resource trend sets what is used beside what is asked for and offered', async () => {
    const bytes = { unit: 'bytes', clusters: 3 };
    server.views['samples.trend'] = answer(
      [
        row('memory.used', [3 * GIB, 2 * GIB], {
          ...bytes,
          missing: [...Array(COUNT - 1).fill(0), 1],
        }),
        row('memory.requested', [4 * GIB, 4 * GIB], bytes),
        row('memory.allocatable', [8 * GIB, 8 * GIB], bytes),
      ],
      { step: 5 * STEP },
    );
    renderFleet(server, {
      extensions: shown('resource-trend', { measure: 'memory' }),
    });
    const trend = await card('Memory trend');
    const table = within(await trend.findByRole('table'));
    expect(
      table.getAllByRole('columnheader').map(head => head.textContent),
    ).toEqual(['Time', 'Used', 'Requested', 'Allocatable']);
    const rows = table.getAllByRole('row');
    expect(cellsOf(rows[rows.length - 1])).toEqual([
      '2 GB (from 2 of 3 clusters)',
      '4 GB',
      '8 GB',
    ]);
    expect(
      trend.getByText('Dotted where figures of some clusters are missing.'),
    ).toBeVisible();
    expect(
      trend.getByText('Means of 5 min, samples every 60 s'),
    ).toBeInTheDocument();
  });

  it.each([
    [{}, 'No sample yet', /^One is taken every 60 s\./],
    [{ sampling: false }, 'No samples are taken', /fleet\.samples\.enabled/],
    [{ withheld: 2 }, 'These figures are of whole clusters', /every namespace/],
    [{ leftOut: ['pods.errors'] }, 'No sample yet', /budget .*: Pods in error/],
  ])('pod health trend says why it is empty: %j', async (more, title, text) => {
    server.views['samples.trend'] = answer([], more);
    renderFleet(server, { extensions: shown('pod-health-trend') });
    const trend = await card('Pod health trend');
    expect(await trend.findByText(title)).toBeVisible();
    expect(trend.getByText(text)).toBeVisible();
  });
});

const settings: SampleSettings = {
  enabled: true,
  interval: 60_000,
  rawRetention: 86_400_000,
  downsampledRetention: 30 * 86_400_000,
  downsampledStep: 900_000,
  series: [
    { id: 'pods.running', title: 'Pods running', unit: 'count' },
    { id: 'gpu.hot', title: 'Hot GPUs', unit: 'ratio', leftOut: 'series' },
  ],
  budget: { maxSeriesPerCluster: 1, maxBytesPerDay: 64 * 1024 ** 2 },
  use: {
    clusters: 2,
    seriesPerCluster: 1,
    plannedBytesPerDay: 32 * 1024 ** 2,
    measuredBytesPerDay: 3 * 1024 ** 2,
    storedBytes: 5 * 1024 ** 2,
  },
  sampler: { here: false, instance: '0123456789abcdef' },
  lastSample: Date.now() - 30_000,
};

const settingsPage = createFrontendPlugin({
  pluginId: 'samples-settings',
  extensions: [
    PageBlueprint.make({
      params: {
        path: '/samples-settings',
        loader: async () => (
          <main>
            <SamplesSettings />
          </main>
        ),
      },
    }),
  ],
});

describe('SamplesSettings', () => {
  let server: FleetTestServer;

  beforeEach(() => {
    server = new FleetTestServer();
    server.start();
  });

  afterEach(() => server.stop());

  const render = () =>
    renderFleet(server, {
      features: [settingsPage],
      path: '/samples-settings',
    });

  it('shows the budget, what is used of it, and what it leaves out', async () => {
    server.answer('get', '/samples', () => HttpResponse.json(settings));
    const { container } = render();
    const panel = within(
      await screen.findByRole('region', { name: 'Samples' }),
    );
    expect(panel.getByRole('alert')).toHaveTextContent(
      'The budget does not hold 1 series',
    );
    expect(panel.getByText('every 60 s')).toBeVisible();
    expect(
      panel.getByText('every sample for 24 h, means of 15 min for 30 d'),
    ).toBeVisible();
    expect(panel.getByText('another process (01234567)')).toBeVisible();
    expect(panel.getByRole('img', { name: '1 of 1' })).toBeVisible();
    expect(panel.getByRole('img', { name: '32 MB of 64 MB' })).toBeVisible();
    expect(panel.getByText('3 MB')).toBeVisible();
    const hot = within(panel.getByRole('row', { name: /Hot GPUs/ }));
    expect(
      hot.getByText('Left out: fleet.samples.maxSeriesPerCluster is reached'),
    ).toBeVisible();
    expect(
      within(panel.getByRole('row', { name: /Pods running/ })).getByText(
        'Sampled',
      ),
    ).toBeVisible();
    expect(await axeFindings(container)).toEqual([]);
  });

  it('says that it could not be read', async () => {
    server.answer('get', '/samples', () =>
      errorResponse(403, 'NotAllowedError', 'It needs fleet.cluster.read'),
    );
    render();
    expect(
      await screen.findByText('The settings of samples could not be read'),
    ).toBeVisible();
  });
});
