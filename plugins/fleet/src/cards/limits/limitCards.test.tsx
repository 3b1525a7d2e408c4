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
  HorizontalPodAutoscalerRow,
  ResourceQuotaRow,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { screen, within } from '@testing-library/react';
import { axeFindings } from '../../__testUtils__/axeFindings';
import { FleetTestServer } from '../../__testUtils__/FleetTestServer';
import { answer, cardOf, renderCard } from '../__testUtils__/renderCard';

const GIB = 1024 ** 3;

const autoscaler: HorizontalPodAutoscalerRow = {
  uid: 'h1',
  cluster: 'eu-west',
  namespace: 'shop',
  name: 'web',
  status: 'Scaling',
  severity: 'progress',
  targetKind: 'Deployment',
  targetName: 'web',
  min: 2,
  max: 10,
  current: 4,
  desired: 6,
  metrics: [
    { name: 'cpu', current: '85%', target: '70%' },
    { name: 'rps', target: '1k' },
  ],
  created: Date.now(),
};

const quota: ResourceQuotaRow = {
  uid: 'q1',
  cluster: 'eu-west',
  namespace: 'payments',
  name: 'payments',
  items: [
    { resource: 'requests.cpu', hard: 10, used: 9 },
    { resource: 'limits.cpu', hard: 20, used: 4 },
    { resource: 'requests.memory', hard: 10 * GIB, used: 5 * GIB },
    { resource: 'pods', hard: 40, used: 39 },
    { resource: 'requests.storage', hard: GIB },
    { resource: 'services.loadbalancers', hard: 0, used: 0 },
  ],
  share: 0.975,
  created: Date.now(),
};

describe('cards of autoscalers and quotas', () => {
  let server: FleetTestServer;

  beforeEach(() => {
    server = new FleetTestServer();
    server.start();
    server.views = {
      'autoscalers.status': answer(
        [
          {
            ...autoscaler,
            uid: 'h2',
            name: 'router',
            status: 'No metrics',
            severity: 'error',
            reason: 'FailedGetResourceMetric',
            message: 'failed to get cpu utilization',
            desired: undefined,
            metrics: [{ name: 'cpu', target: '70%' }],
          },
          {
            ...autoscaler,
            uid: 'h3',
            name: 'search',
            status: 'At maximum',
            severity: 'warning',
            reason: 'TooManyReplicas',
            current: 10,
            desired: 10,
          },
          autoscaler,
        ],
        {
          failing: 1,
          atMaximum: 1,
          scaling: 1,
          inRange: 0,
          disabled: 0,
          unknown: 0,
        },
      ),
      'quotas.usage': answer([quota], {
        critical: 1,
        warning: 0,
        below: 0,
        unknown: 0,
      }),
    };
  });

  afterEach(() => server.stop());

  it('autoscalers show their replicas within their bounds, and why they cannot work', async () => {
    const { container } = renderCard(server, 'hpa-status');
    const card = await cardOf('Autoscalers');
    const router = within(await card.findByRole('row', { name: /router/ }));
    expect(router.getByText('No metrics')).toBeVisible();
    expect(router.getAllByText('FailedGetResourceMetric')[0]).toHaveAttribute(
      'title',
      'failed to get cpu utilization',
    );
    expect(
      router.getByRole('img', { name: '4 now, – wanted, between 2 and 10' }),
    ).toBeVisible();
    const search = within(card.getByRole('row', { name: /search/ }));
    expect(search.getByText('At maximum')).toBeVisible();
    expect(search.getByTitle('TooManyReplicas')).toBeVisible();
    const web = within(card.getByRole('row', { name: /Scaling/ }));
    expect(
      web.getByTitle('cpu: 85%, target 70% rps: –, target 1k'),
    ).toBeVisible();
    expect(web.getByRole('link', { name: 'web' })).toHaveAttribute(
      'href',
      '/fleet/clusters/eu-west/namespaces/shop/horizontalpodautoscalers.autoscaling/web',
    );
    expect(web.getByText(/4 → 6/)).toBeVisible();
    expect(await axeFindings(container)).toEqual([]);
  });

  it('autoscalers can be limited to those in trouble', async () => {
    server.views['autoscalers.status'] = answer([], {});
    renderCard(server, 'hpa-status', { onlyTroubled: true });
    expect(
      await screen.findByText('Every autoscaler works within its bounds'),
    ).toBeVisible();
    expect(server.asked('autoscalers.status')?.params).toEqual({
      onlyTroubled: true,
    });
  });

  it('quotas show the fullest limit of each group with its amounts', async () => {
    const { container } = renderCard(server, 'namespace-quotas');
    const card = await cardOf('Namespace quotas');
    const row = within(await card.findByRole('row', { name: /payments/ }));
    const cell = (name: string) => row.getByRole('img', { name });
    expect(cell('9 of 10 requests.cpu (90%)')).toHaveTextContent('▲90%');
    expect(cell('5 GB of 10 GB requests.memory (50%)')).toHaveTextContent(
      /^50%$/,
    );
    expect(cell('39 of 40 pods (98%)')).toHaveTextContent('■98%');
    expect(
      row.getByTitle('requests.storage has not been counted yet'),
    ).toHaveTextContent('–');
    expect(
      row.getByTitle('services.loadbalancers is not allowed at all'),
    ).toHaveTextContent('0');
    expect(
      within(card.getByRole('list', { name: 'Quotas by how full they are' }))
        .getAllByRole('listitem')
        .map(item => item.textContent),
    ).toEqual(['■1from 95%', '▲0from 80%', '●0below', '○0not counted']);
    expect(await axeFindings(container)).toEqual([]);
  });

  it('quotas are coloured and counted by the thresholds that are set', async () => {
    renderCard(server, 'namespace-quotas', {
      warning: 40,
      critical: 99,
      onlyTroubled: true,
    });
    const card = await cardOf('Namespace quotas');
    expect(
      await card.findByRole('img', { name: /requests\.memory \(50%\)/ }),
    ).toHaveTextContent('▲50%');
    expect(card.getByRole('img', { name: /pods \(98%\)/ })).toHaveTextContent(
      '▲98%',
    );
    expect(server.asked('quotas.usage')?.params).toEqual({
      warning: 0.4,
      critical: 0.99,
      onlyNearlyFull: true,
    });
  });

  it('quotas say what one is where there is none', async () => {
    server.views['quotas.usage'] = answer([], {});
    renderCard(server, 'namespace-quotas');
    expect(await screen.findByText('There is no quota')).toBeVisible();
  });
});
