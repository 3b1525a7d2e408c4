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
  IngressRow,
  ServiceRow,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { screen, within } from '@testing-library/react';
import { axeFindings } from '../../__testUtils__/axeFindings';
import { FleetTestServer } from '../../__testUtils__/FleetTestServer';
import {
  answer,
  cardOf,
  cellsOf,
  renderCard,
} from '../__testUtils__/renderCard';

const service: ServiceRow = {
  uid: 's1',
  cluster: 'eu-west',
  namespace: 'shop',
  name: 'web',
  type: 'ClusterIP',
  status: 'Set up',
  headless: false,
  hasSelector: true,
  ports: ['80/TCP', '443/TCP', '8080/TCP'],
  addresses: [],
  clusterIp: '10.0.0.1',
  created: Date.now(),
};

const ingress: IngressRow = {
  uid: 'i1',
  cluster: 'eu-west',
  namespace: 'shop',
  name: 'shop',
  status: 'Has address',
  className: 'nginx',
  hosts: ['shop.example.com', 'www.example.com'],
  tls: 'all',
  addresses: ['203.0.113.10'],
  created: Date.now(),
};

const isolated = (cluster: string, namespace: string, fields: object = {}) => ({
  cluster,
  namespace,
  policies: 0,
  ingress: 'none',
  egress: 'none',
  ...fields,
});

describe('cards of networks', () => {
  let server: FleetTestServer;

  beforeEach(() => {
    server = new FleetTestServer();
    server.start();
    server.views = {
      'services.status': answer(
        [
          {
            ...service,
            uid: 's2',
            name: 'edge',
            type: 'LoadBalancer',
            status: 'No address',
            severity: 'warning',
          },
          { ...service, uid: 's3', name: 'by-hand', status: 'No selector' },
          { ...service, uid: 's4', name: 'db', headless: true, ports: [] },
          service,
        ],
        {
          clusterIps: 3,
          nodePorts: 0,
          loadBalancers: 1,
          externalNames: 0,
          headless: 1,
          withoutAddress: 1,
          withoutSelector: 1,
        },
      ),
      'ingresses.status': answer(
        [
          {
            ...ingress,
            uid: 'i2',
            name: 'promo',
            status: 'No address',
            severity: 'warning',
            className: '',
            hosts: ['promo.example.com'],
            tls: 'none',
            addresses: [],
          },
          ingress,
        ],
        { withAddress: 1, withoutAddress: 1, withoutTls: 1 },
      ),
      'namespaces.isolation': answer(
        [
          isolated('us-east', 'tools'),
          isolated('eu-west', 'shop', {
            policies: 2,
            ingress: 'all',
            egress: 'some',
          }),
        ],
        {
          namespaces: 5,
          ingress: 2,
          egress: 0,
          open: 1,
          clusters: [
            {
              cluster: 'us-east',
              namespaces: 2,
              ingress: 0,
              egress: 0,
              open: 1,
            },
            {
              cluster: 'eu-west',
              namespaces: 3,
              ingress: 2,
              egress: 0,
              open: 0,
            },
          ],
        },
      ),
      'network.overview': answer(
        [
          {
            cluster: 'eu-west',
            title: 'eu-west',
            services: 12,
            loadBalancers: 2,
            servicesWithoutAddress: 0,
            ingresses: 3,
            ingressesWithoutAddress: 0,
            policies: 4,
          },
          {
            cluster: 'us-east',
            title: 'us-east',
            services: 5,
            loadBalancers: 1,
            servicesWithoutAddress: 1,
            ingresses: 2,
            ingressesWithoutAddress: 2,
          },
        ],
        {
          services: 17,
          loadBalancers: 3,
          nodePorts: 0,
          servicesWithoutAddress: 1,
          servicesWithoutSelector: 2,
          ingresses: 5,
          ingressesWithoutAddress: 2,
          ingressesWithoutTls: 1,
          policies: 4,
        },
      ),
    };
  });

  afterEach(() => server.stop());

  it('services are marked that nobody reaches or that have no selector, and no other is called healthy', async () => {
    const { container } = renderCard(server, 'service-status');
    const card = await cardOf('Services');
    const rowOf = async (name: RegExp) =>
      within(await card.findByRole('row', { name }));
    const edge = await rowOf(/edge/);
    expect(edge.getByText('No address')).toBeVisible();
    expect(edge.getByRole('link', { name: 'edge' })).toHaveAttribute(
      'href',
      '/fleet/clusters/eu-west/namespaces/shop/services/edge',
    );
    expect((await rowOf(/by-hand/)).getByText('No selector')).toBeVisible();
    expect((await rowOf(/db/)).getAllByText('Headless')[0]).toBeVisible();
    const web = await rowOf(/web/);
    expect(web.getAllByText('ClusterIP')[0]).toBeVisible();
    expect(web.queryByText('●')).toBeNull();
    expect(web.getByTitle('80/TCP 443/TCP 8080/TCP')).toHaveTextContent(
      '80/TCP +2',
    );
    expect(
      within(card.getByRole('list', { name: 'Services by type' }))
        .getAllByRole('listitem')
        .map(item => item.textContent),
    ).toEqual([
      'Cluster IP3',
      'Node port0',
      'Load balancers1',
      'External name0',
    ]);
    expect(await axeFindings(container)).toEqual([]);
  });

  it('services can be limited to the marked ones', async () => {
    server.views['services.status'] = answer([], {});
    renderCard(server, 'service-status', { onlyTroubled: true });
    expect(
      await screen.findByText('No service is without an address or a selector'),
    ).toBeVisible();
    expect(server.asked('services.status')?.params).toEqual({
      onlyMarked: true,
    });
  });

  it('ingresses show hosts, class, TLS and a missing address', async () => {
    const { container } = renderCard(server, 'ingress-status');
    const card = await cardOf('Ingresses');
    const promo = within(await card.findByRole('row', { name: /promo/ }));
    expect(promo.getByText('No address')).toBeVisible();
    expect(promo.getByText('Default')).toBeVisible();
    expect(promo.getByText('No')).toBeVisible();
    const shop = within(card.getByRole('row', { name: /shop\.example/ }));
    expect(shop.getByTitle(/www\.example\.com/)).toHaveTextContent(
      'shop.example.com +1',
    );
    expect(shop.getByText('Has address')).toBeVisible();
    expect(shop.getByText('nginx')).toBeVisible();
    expect(shop.getByText('Yes')).toBeVisible();
    expect(await axeFindings(container)).toEqual([]);
  });

  it('network policies say of each namespace and of each cluster how far it is isolated', async () => {
    const { container } = renderCard(server, 'network-policies');
    const card = await cardOf('Network policies');
    const open = within(await card.findByRole('row', { name: /tools/ }));
    expect(open.getAllByText('Open')).toHaveLength(2);
    const shop = within(card.getByRole('row', { name: /shop/ }));
    expect(shop.getByText('All pods')).toBeVisible();
    expect(shop.getByText('Some pods')).toBeVisible();
    expect(
      cellsOf(card.getByRole('table', { name: 'Namespaces of each cluster' })),
    ).toEqual([
      ['us-east', '1', '1', '0', '2'],
      ['eu-west', '0', '1', '2', '3'],
    ]);
    expect(server.asked('namespaces.isolation')?.params).toEqual({
      hideSystem: true,
      onlyOpen: false,
    });
    expect(await axeFindings(container)).toEqual([]);
  });

  it('network policies are glad when no namespace is open', async () => {
    server.views['namespaces.isolation'] = answer([], {});
    renderCard(server, 'network-policies', {
      onlyTroubled: true,
      hideSystem: false,
    });
    expect(
      await screen.findByText('Every namespace has a network policy'),
    ).toBeVisible();
    expect(server.asked('namespaces.isolation')?.params).toEqual({
      hideSystem: false,
      onlyOpen: true,
    });
  });

  it('the overview counts, troubled clusters first, and shows unknown as unknown', async () => {
    const { container } = renderCard(server, 'network-overview');
    const card = await cardOf('Network overview');
    expect(
      within(card.getByRole('list', { name: 'What connects, in numbers' }))
        .getAllByRole('listitem')
        .map(item => item.textContent),
    ).toEqual(['Services17', 'Load balancers3', 'Ingresses5', 'Policies4']);
    const table = card.getByRole('table', { name: 'Network of each cluster' });
    const rows = cellsOf(table);
    expect(rows.map(([cluster]) => cluster)).toEqual([
      expect.stringContaining('us-east'),
      expect.stringContaining('eu-west'),
    ]);
    expect(rows[0][1]).toBe('▲ 3');
    expect(rows[0].pop()).toBe('–');
    expect(
      within(table).getByTitle(
        'Without an address: load balancers 1, ingresses 2',
      ),
    ).toBeVisible();
    expect(await axeFindings(container)).toEqual([]);
  });
});
