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
  autoscalersView,
  ingressesView,
  namespaceIsolationView,
  networkOverviewView,
  servicesView,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { viewsOfTwoClusters } from './__testUtils__/viewsOfTwoClusters';

const service = (uid: string, type: string, fields: object = {}) => ({
  uid,
  type,
  status: 'Set up',
  headless: false,
  hasSelector: true,
  ports: ['80/TCP'],
  addresses: [],
  ...fields,
});
const noAddress = { status: 'No address', severity: 'warning' };

const ingress = (uid: string, addresses: string[], fields: object = {}) => ({
  uid,
  ...(addresses.length > 0 ? { status: 'Has address' } : noAddress),
  className: 'nginx',
  hosts: ['a.example'],
  tls: 'all',
  addresses,
  ...fields,
});

const policy = (uid: string, fields: object = {}) => ({
  uid,
  ingress: true,
  egress: false,
  allPods: true,
  ...fields,
});

describe('views of networks', () => {
  let fleet: ReturnType<typeof viewsOfTwoClusters>;
  beforeEach(() => {
    fleet = viewsOfTwoClusters();
    fleet.put(
      'services',
      service('web', 'ClusterIP'),
      service('db', 'ClusterIP', { headless: true }),
      service('by-hand', 'ClusterIP', {
        status: 'No selector',
        hasSelector: false,
      }),
      service('edge', 'LoadBalancer', noAddress),
      service('lb', 'LoadBalancer', { cluster: 'b', addresses: ['192.0.2.1'] }),
      service('node', 'NodePort', { cluster: 'b' }),
      service('alias', 'ExternalName', { cluster: 'b' }),
      service('secret', 'LoadBalancer', { namespace: 'hidden', ...noAddress }),
    );
    fleet.put(
      'ingresses',
      ingress('shop', ['192.0.2.1'], { tls: 'some' }),
      ingress('promo', [], { className: 'inner' }),
    );
    fleet.put(
      'networkpolicies',
      policy('deny'),
      policy('out', { ingress: false, egress: true, allPods: false }),
      policy('other', { cluster: 'b', namespace: 'data', allPods: false }),
    );
  });
  afterEach(() => fleet.stop());

  const namesOf = ({ rows }: any) => rows.map(({ name }: any) => name);

  it('lists services, marked ones first, with counts that agree', async () => {
    const all = await fleet.read(servicesView.id);
    expect(namesOf(all)).toEqual([
      'edge',
      'by-hand',
      'alias',
      'db',
      'lb',
      'node',
      'web',
    ]);
    expect(all.summary).toEqual({
      clusterIps: 3,
      nodePorts: 1,
      loadBalancers: 2,
      externalNames: 1,
      headless: 1,
      withoutAddress: 1,
      withoutSelector: 1,
    });
    const { clusterIps, nodePorts, loadBalancers, externalNames } = all.summary;
    expect(clusterIps + nodePorts + loadBalancers + externalNames).toBe(
      all.total,
    );
    const marked = await fleet.read(servicesView.id, {
      params: { onlyMarked: true },
    });
    expect(namesOf(marked)).toEqual(['edge', 'by-hand']);
    const balancers = await fleet.read(servicesView.id, {
      params: { types: ['LoadBalancer'] },
    });
    expect(namesOf(balancers)).toEqual(['edge', 'lb']);
  });

  it('lists ingresses, those without an address first', async () => {
    const all = await fleet.read(ingressesView.id);
    expect(namesOf(all)).toEqual(['promo', 'shop']);
    expect(all.summary).toEqual({
      withAddress: 1,
      withoutAddress: 1,
      withoutTls: 1,
    });
    const read = (params: Record<string, unknown>) =>
      fleet.read(ingressesView.id, { params });
    expect(namesOf(await read({ onlyTroubled: true }))).toEqual(['promo']);
    expect(namesOf(await read({ className: 'nginx' }))).toEqual(['shop']);
  });

  it('counts what connects in each cluster, and leaves out what was never read', async () => {
    fleet.setUnknown('b', 'networkpolicies');
    const { rows, summary } = await fleet.read(networkOverviewView.id);
    const ofA = {
      services: 4,
      clusterIps: 3,
      nodePorts: 0,
      loadBalancers: 1,
      externalNames: 0,
      servicesWithoutAddress: 1,
      servicesWithoutSelector: 1,
      ingresses: 2,
      ingressesWithoutAddress: 1,
      ingressesWithoutTls: 1,
      policies: 2,
    };
    expect(rows).toEqual([
      { cluster: 'a', title: 'a', ...ofA },
      expect.objectContaining({ cluster: 'b', services: 3, ingresses: 0 }),
    ]);
    expect(rows[1]).not.toHaveProperty('policies');
    expect(summary).toEqual({
      ...ofA,
      services: 7,
      nodePorts: 1,
      loadBalancers: 2,
      externalNames: 1,
    });
    fleet.inventory.remove('services', 'a', 'edge');
    const after = await fleet.read(networkOverviewView.id);
    expect(after.summary).toMatchObject({
      services: 6,
      servicesWithoutAddress: 0,
    });
  });

  it('says of each namespace what isolates it, open ones first', async () => {
    const { rows, summary } = await fleet.read(namespaceIsolationView.id);
    const open = { policies: 0, ingress: 'none', egress: 'none' };
    expect(rows).toEqual([
      { cluster: 'a', namespace: 'data', ...open },
      { cluster: 'b', namespace: 'shop', ...open },
      {
        cluster: 'b',
        namespace: 'data',
        policies: 1,
        ingress: 'some',
        egress: 'none',
      },
      {
        cluster: 'a',
        namespace: 'shop',
        policies: 2,
        ingress: 'all',
        egress: 'some',
      },
    ]);
    expect(summary).toEqual({
      namespaces: 4,
      ingress: 1,
      egress: 0,
      open: 2,
      clusters: [
        { cluster: 'a', namespaces: 2, ingress: 1, egress: 0, open: 1 },
        { cluster: 'b', namespaces: 2, ingress: 0, egress: 0, open: 1 },
      ],
    });
    const read = (params: Record<string, unknown>) =>
      fleet.read(namespaceIsolationView.id, { params });
    expect((await read({ onlyOpen: true })).total).toBe(2);
    expect((await read({ hideSystem: false })).summary).toMatchObject({
      namespaces: 6,
      open: 4,
    });
  });

  it('does not call a namespace open whose policies were never read', async () => {
    fleet.setUnknown('b', 'networkpolicies');
    const { summary } = await fleet.read(namespaceIsolationView.id);
    expect(summary.clusters).toEqual([
      expect.objectContaining({ cluster: 'a', namespaces: 2 }),
    ]);
  });

  it('lists autoscalers, those that cannot work first', async () => {
    const autoscaler = (uid: string, status: string, severity?: string) => ({
      uid,
      status,
      severity,
      current: uid.length,
    });
    fleet.put(
      'horizontalpodautoscalers',
      autoscaler('calm', 'In range'),
      autoscaler('off', 'Disabled'),
      autoscaler('top', 'At maximum', 'warning'),
      autoscaler('blind', 'No metrics', 'error'),
      autoscaler('gone', 'Cannot scale', 'error'),
      autoscaler('moving', 'Scaling', 'progress'),
      autoscaler('new', 'Unknown'),
    );
    const all = await fleet.read(autoscalersView.id);
    expect(namesOf(all)).toEqual([
      'blind',
      'gone',
      'top',
      'moving',
      'calm',
      'new',
      'off',
    ]);
    expect(all.summary).toEqual({
      failing: 2,
      atMaximum: 1,
      scaling: 1,
      inRange: 1,
      disabled: 1,
      unknown: 1,
    });
    const troubled = await fleet.read(autoscalersView.id, {
      params: { onlyTroubled: true },
      window: { sort: 'replicas' },
    });
    expect(namesOf(troubled)).toEqual(['blind', 'gone', 'top']);
  });
});
