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

/**
 * @jest-environment-options {"customExportConditions": [""]}
 */
import {
  apiServerReadinessView,
  CertificateRow,
  certificatesListView,
  certificatesTotalsView,
} from '@acme/backstage-plugin-certificates-common';
import {
  createExtensionTester,
  mockApis,
  renderInTestApp,
} from '@backstage/frontend-test-utils';
import {
  Coverage,
  ViewAnswer,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  createFleetClient,
  FleetCardBlueprint,
  FleetCardSlot,
  FleetClient,
  fleetApiRef,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { run as runAxe } from 'axe-core';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import certificatesPlugin from '.';

const NOW = Date.now();
const DAY = 86_400_000;
const BASE_URL = 'http://backend.test';

const coverage: Coverage = {
  asked: 2,
  answered: 2,
  failed: [
    {
      cluster: 'west',
      resource: 'certificates',
      reason: 'not-installed',
      message: 'The API is not there',
    },
  ],
  asOf: NOW,
  demo: false,
};

function certificate(row: Partial<CertificateRow> & { name: string }) {
  return {
    uid: row.name,
    cluster: 'east',
    namespace: 'shop',
    status: 'Ready',
    secret: row.name,
    issuer: 'Issuer internal',
    dnsNames: [],
    ...row,
  } satisfies CertificateRow;
}

const list: ViewAnswer = {
  rows: [
    certificate({ name: 'past', expiry: NOW - 3.5 * DAY }),
    certificate({ name: 'soon', expiry: NOW + 5.5 * DAY }),
    certificate({
      name: 'refused',
      status: 'Not ready',
      message: 'Issuer not found',
    }),
  ],
  total: 3,
  summary: { ready: 2, notReady: 1, unknown: 0 },
  coverage,
};

const totals: ViewAnswer = {
  rows: [],
  total: 1,
  summary: {
    clusters: 1,
    certificates: 41,
    ready: 38,
    notReady: 3,
    unknown: 0,
  },
  coverage,
};

const readiness: ViewAnswer = {
  rows: [
    {
      cluster: 'east',
      ready: false,
      passing: ['ping', 'log'],
      failing: [{ name: 'etcd', detail: 'reason withheld' }],
    },
    { cluster: 'west', ready: true, passing: ['ping', 'log'], failing: [] },
  ],
  total: 2,
  summary: { ready: 1, notReady: 1 },
  coverage: { ...coverage, answered: 2, failed: [] },
};

describe('certificates', () => {
  const questions: Record<string, string>[] = [];
  const answers: Record<string, ViewAnswer> = {};
  const server = setupServer(
    http.get(`${BASE_URL}/api/fleet/v1/views/:id`, ({ request, params }) => {
      const query = Object.fromEntries(new URL(request.url).searchParams);
      questions.push({ view: String(params.id), ...query });
      return HttpResponse.json(answers[String(params.id)]);
    }),
  );
  let client: FleetClient;

  beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
  beforeEach(() => {
    questions.length = 0;
    Object.assign(answers, {
      [certificatesListView.id]: list,
      [certificatesTotalsView.id]: totals,
      [apiServerReadinessView.id]: readiness,
    });
    client = createFleetClient({
      fetchApi: mockApis.fetch({
        resolvePluginProtocol: {
          discoveryApi: mockApis.discovery({ baseUrl: BASE_URL }),
        },
      }),
      identityApi: mockApis.identity(),
      // All streams of the browser are taken, so views are asked for by REST.
      slots: { take: async () => undefined },
    });
  });
  afterEach(() => {
    client.stop();
  });
  afterAll(() => server.close());

  function renderCard(
    name: 'list' | 'readiness',
    settings: Record<string, unknown> = {},
  ) {
    const extension = certificatesPlugin.getExtension(
      `fleet-card:certificates/${name}`,
    );
    const card = createExtensionTester(extension, {
      config: { settings },
    }).get(FleetCardBlueprint.dataRefs.card);
    return renderInTestApp(<FleetCardSlot card={card} />, {
      apis: [[fleetApiRef, client]],
    });
  }

  const cells = (row: HTMLElement) =>
    within(row)
      .getAllByRole('cell')
      .map(cell => cell.textContent);
  const bodyRows = () => screen.getAllByRole('row').slice(1);

  it('shows certificates, their state now, and where there are none to be had', async () => {
    await renderCard('list');
    const table = await screen.findByRole('table', { name: 'Certificates' });
    expect(screen.getByRole('heading', { name: /Certificates/ })).toBeVisible();
    expect(
      bodyRows()
        .map(cells)
        .map(texts => [texts[0], texts[4]]),
    ).toEqual([
      ['■Expired', '3d ago'],
      ['●Ready', 'in 5d'],
      ['▲Not ready', '–'],
    ]);
    expect(screen.getByTitle('Issuer not found')).toHaveTextContent(
      'Not ready',
    );
    expect(await screen.findByText(/38 of 41 ready/)).toBeVisible();
    expect(screen.getByText('not installed in 1')).toBeVisible();

    const { violations } = await runAxe(table, {
      // There is no canvas to measure colours on.
      rules: { 'color-contrast': { enabled: false } },
    });
    expect(violations).toEqual([]);
  });

  it('asks the backend to sort', async () => {
    const user = userEvent.setup();
    await renderCard('list');
    await screen.findByRole('table', { name: 'Certificates' });
    await user.click(screen.getByRole('button', { name: 'Name' }));
    await waitFor(() =>
      expect(questions).toContainEqual(
        expect.objectContaining({ view: 'certificates.list', sort: 'name' }),
      ),
    );
    expect(
      await screen.findByRole('columnheader', { name: 'Name' }),
    ).toHaveAttribute('aria-sort', 'ascending');
  });

  it('asks for what expires before the end of a day when its settings say so', async () => {
    answers[certificatesListView.id] = {
      ...list,
      rows: [],
      total: 0,
      coverage: readiness.coverage,
    };
    await renderCard('list', { withinDays: 14 });
    expect(
      await screen.findByText('No certificate expires soon'),
    ).toBeVisible();
    expect(
      screen.getByText('None that you may see expires within 14 days.'),
    ).toBeVisible();
    const asked = questions.find(({ view }) => view === 'certificates.list');
    const { before } = JSON.parse(asked!.params);
    expect(before % DAY).toBe(0);
    expect(before).toBeGreaterThan(NOW + 14 * DAY);
    expect(before).toBeLessThanOrEqual(NOW + 15 * DAY);
  });

  it('refuses settings that make no sense', async () => {
    await renderCard('list', { withinDays: -1 });
    expect(
      await screen.findByText('The configuration of this card is not valid'),
    ).toBeVisible();
  });

  it('shows which API servers are ready and which checks fail', async () => {
    await renderCard('readiness');
    await screen.findByRole('table', { name: 'API server readiness' });
    expect(
      bodyRows()
        .map(cells)
        .map(texts => [texts[0], texts[2], texts[3]]),
    ).toEqual([
      ['■Not ready', '2/3', 'etcd'],
      ['●Ready', '2/2', 'none'],
    ]);
    expect(screen.getByTitle('etcd: reason withheld')).toBeVisible();
  });
});
