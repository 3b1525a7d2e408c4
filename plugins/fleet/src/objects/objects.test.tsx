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

import { objectPath } from '@quarterdeck/backstage-plugin-fleet-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axeFindings } from '../__testUtils__/axeFindings';
import { cart, pod, troubledFleet } from '../__testUtils__/fleetFixture';
import { FleetTestServer } from '../__testUtils__/FleetTestServer';
import { layOut } from '../__testUtils__/layOut';
import { renderFleet } from '../__testUtils__/renderFleet';
import {
  liveNode,
  livePod,
  nodeAddress,
  objectViews,
  podAddress,
} from './__testUtils__/objectFixture';

const region = (name: string) => screen.findByRole('region', { name });

async function rowsOf(role: 'grid' | 'table', name: string) {
  const table = await screen.findByRole(role, { name });
  return within(table)
    .getAllByRole('row')
    .slice(1)
    .map(row =>
      within(row)
        .getAllByRole(role === 'grid' ? 'gridcell' : 'cell')
        .map(cell => cell.textContent),
    );
}

describe('pages of objects', () => {
  let server: FleetTestServer;
  const user = userEvent.setup();

  beforeAll(layOut);

  beforeEach(() => {
    server = new FleetTestServer();
    server.start();
    server.views = objectViews();
    server.objects = {
      [objectPath(podAddress)]: livePod,
      [objectPath(nodeAddress)]: liveNode,
    };
  });

  afterEach(() => server.stop());

  const open = (path: string) =>
    renderFleet(server, { path: `/fleet/${path}` });

  it('show the pods of a namespace, without columns that would say the same in each row', async () => {
    open('clusters/eu-west/namespaces/shop/pods');

    expect((await rowsOf('grid', 'Pods')).map(row => row.slice(0, 5))).toEqual([
      [
        '■CrashLoopBackOff',
        pod.name + pod.name,
        'node-1',
        'checkout',
        '0/1',
      ].map((text, at) => (at === 2 || at === 3 ? text + text : text)),
    ]);
    expect(server.asked('pods.list')).toMatchObject({
      scope: { clusters: ['eu-west'], namespaces: ['shop'] },
    });
    const table = await region('Pods');
    expect(within(table).getByText('1 pod')).toBeVisible();
    expect(within(table).getByText('1 in error')).toBeVisible();
    expect(within(table).getByRole('link', { name: pod.name })).toHaveAttribute(
      'href',
      `/fleet/${objectPath(podAddress)}`,
    );
  });

  it('take the filters of a table from the address, and refuse a wrong selector', async () => {
    open(
      'clusters/eu-west/namespaces/shop/pods?phase=Running&selector=app%3Dcheckout',
    );
    await rowsOf('grid', 'Pods');
    expect(server.asked('pods.list')?.params).toEqual({
      phase: 'Running',
      selector: 'app=checkout',
    });

    const selector = screen.getByRole('textbox', { name: 'Label selector' });
    await user.clear(selector);
    await user.type(selector, 'app~web{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      "Not a label selector: 'app~web' is not part of a label selector",
    );
    await waitFor(() =>
      expect(server.asked('pods.list')?.params).toEqual({ phase: 'Running' }),
    );
  });

  it('offer to clear a search that finds nothing', async () => {
    const found = server.views['pods.list']!;
    server.views['pods.list'] = { ...found, rows: [], total: 0 };
    open('clusters/eu-west/namespaces/shop/pods?search=nope');

    expect(await screen.findByText('Nothing matches')).toBeVisible();
    server.views['pods.list'] = found;
    await user.click(
      screen.getByRole('button', { name: 'Clear search and filters' }),
    );
    expect(await rowsOf('grid', 'Pods')).toHaveLength(1);
    expect(screen.getByRole('searchbox')).toHaveValue('');
  });

  it('show what a node offers, has promised and uses', async () => {
    open('clusters/eu-west/nodes/node-1');

    await waitFor(async () =>
      expect(
        (await rowsOf('table', 'Resources')).map(cells => cells.slice(0, 4)),
      ).toEqual([
        ['4', '4', '100m', '400m'],
        ['16 GB', '16 GB', '128 MB', '4 GB'],
        ['110', '110', '1', '–'],
      ]),
    );
    expect(
      await screen.findByText('node.kubernetes.io/unschedulable'),
    ).toBeVisible();
    expect(
      (await rowsOf('table', 'Conditions')).map(cells => cells.slice(0, 3)),
    ).toEqual([
      ['Ready', '●True', 'KubeletReady'],
      ['DiskPressure', '▲True', 'KubeletHasDiskPressure'],
    ]);
    expect(screen.getByText('aws:///eu-west-1a/i-0abc')).toBeVisible();
    expect(document.title).toMatch(/^node-1 · eu-west/);
    expect(await axeFindings(screen.getByRole('main').parentElement!)).toEqual(
      [],
    );
  });

  it('list what a narrowed figure counts, and let go of what narrows them', async () => {
    server.views['clusters.health'] = troubledFleet()['clusters.health'];
    open('pods?status=error&clusters=eu-west,nowhere&namespaces=shop,data');

    await rowsOf('grid', 'Pods');
    expect(server.asked('pods.list')).toMatchObject({
      scope: { clusters: ['eu-west', 'nowhere'], namespaces: ['data', 'shop'] },
      window: { statuses: ['error'] },
    });
    expect(
      within(screen.getByRole('list', { name: 'Picked' }))
        .getAllByRole('listitem')
        .map(chip => chip.textContent),
    ).toEqual([
      'Cluster: eu-west',
      'Cluster: nowhere (denied)',
      'Namespace: shop',
      'Namespace: data',
      'Status: Error',
    ]);

    await user.click(
      screen.getByRole('button', { name: 'Remove Status: Error' }),
    );
    await waitFor(() =>
      expect(server.asked('pods.list')?.window?.statuses).toBeUndefined(),
    );
    expect(server.asked('pods.list')).toMatchObject({
      scope: { namespaces: ['data', 'shop'] },
    });
  });

  it('do not add up the requests on a node of which not all pods are seen', async () => {
    const answer = server.views['pods.list']!;
    server.views['pods.list'] = {
      ...answer,
      coverage: {
        ...answer.coverage,
        limited: { visibleNamespaces: 1, namespaces: 12 },
      },
    };
    server.views['nodes.top'] = { ...answer, rows: [], total: 0 };
    open('clusters/eu-west/nodes/node-1');

    expect(
      await screen.findByText(/Requests are not added up/),
    ).toHaveTextContent(/^Use is not known/);
    expect(
      (await rowsOf('table', 'Resources')).map(cells => cells.slice(2, 4)),
    ).toEqual([
      ['–', '–'],
      ['–', '–'],
      ['–', '–'],
    ]);
  });

  it('show the containers of a pod, its node and its owner', async () => {
    open(objectPath(podAddress));

    expect(
      (await rowsOf('table', 'Containers')).map(([state, name, image]) => [
        state,
        name,
        image,
      ]),
    ).toEqual([
      ['●Completed', 'migratemigrateinit', 'checkout:2.1.0checkout:2.1.0'],
      ['○not known', 'proxyproxysidecar', 'proxy:1.9proxy:1.9'],
      ['■CrashLoopBackOff', 'appapp', 'checkout:2.1.0checkout:2.1.0'],
    ]);
    expect(
      screen.getByTitle('Last ended: OOMKilled, exit code 137'),
    ).toBeVisible();
    const details = await region('Details');
    expect(
      within(details).getByRole('link', { name: 'node-1' }),
    ).toHaveAttribute('href', '/fleet/clusters/eu-west/nodes/node-1');
    expect(
      within(details).getByRole('link', { name: 'checkout-7d9f8b6c5' }),
    ).toHaveAttribute(
      'href',
      '/fleet/clusters/eu-west/namespaces/shop/replicasets.apps/checkout-7d9f8b6c5',
    );
    expect(
      screen.getByText('back-off 5m0s restarting failed container'),
    ).toBeVisible();
  });

  it('read an object again when its row changes, and keep what was known when it is gone', async () => {
    open(objectPath(podAddress));
    await rowsOf('table', 'Containers');

    server.objects = {};
    const answer = server.views['pods.list']!;
    server.change('pods.list', {
      ...answer,
      rows: [{ ...pod, status: 'Terminating', severity: undefined }],
    });

    expect(await screen.findByRole('alert')).toHaveTextContent(/^Deleted\./);
    expect(await rowsOf('table', 'Containers')).toHaveLength(3);
    expect(screen.getByText('Terminating')).toBeVisible();
  });

  it('say when there is no such object', async () => {
    open(
      'clusters/eu-west/objects/clusterroles.rbac.authorization.k8s.io/none',
    );

    expect(await screen.findByText('There is no such object')).toBeVisible();
    server.objects = {
      'clusters/eu-west/objects/clusterroles.rbac.authorization.k8s.io/none': {
        ...liveNode,
        kind: 'ClusterRole',
        conditions: [],
      },
    };
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('heading', {
        level: 1,
        name: /ClusterRole none/,
      }),
    ).toBeVisible();
    expect(screen.queryByText('There is no such object')).toBeNull();
  });

  it('show the YAML with what is masked, and read it again', async () => {
    open(`${objectPath(podAddress)}/yaml`);

    const editor = await screen.findByRole('textbox', {
      name: `YAML of ${pod.name}`,
    });
    expect(editor).toHaveAttribute('aria-readonly', 'true');
    const masked = within(editor).getByTitle(
      'the name says that it is a secret',
    );
    expect(masked).toHaveTextContent('value: "[masked]"');
    expect(
      screen.getByRole('img', { name: '1 value is masked' }),
    ).toBeVisible();

    server.objects[objectPath(podAddress)] = {
      ...livePod,
      yaml: 'kind: Changed\n',
      masked: [],
    };
    await user.click(screen.getByRole('button', { name: 'Read again' }));
    await waitFor(() => expect(editor).toHaveTextContent('kind: Changed'));
    await user.click(screen.getByRole('button', { name: 'Find' }));
    expect(await screen.findByRole('textbox', { name: 'Find' })).toHaveFocus();
  });

  it('show the rollout and the pods of a workload, and scale it', async () => {
    open('clusters/eu-west/namespaces/shop/deployments.apps/cart-api');

    expect(
      await screen.findByRole('img', { name: '3 of 3 Available' }),
    ).toBeVisible();
    await rowsOf('grid', 'Pods');
    expect(server.asked('pods.list')?.params).toEqual({
      workload: { kind: 'Deployment', name: cart.name },
    });
    await user.click(screen.getByRole('button', { name: 'Scale' }));
    expect(
      await screen.findByRole('dialog', { name: 'Scale cart-api' }),
    ).toBeVisible();
  });

  it('show the events of one object under an address of its own', async () => {
    open('clusters/eu-west/nodes/node-1');
    const tab = async () =>
      within(
        await screen.findByRole('navigation', { name: 'Parts of this page' }),
      ).getByRole('link', { name: 'Events' });
    await user.click(await tab());

    expect((await rowsOf('grid', 'Events')).map(row => row[1])).toEqual([
      'BackOff',
    ]);
    expect(server.asked('events.recent')).toMatchObject({
      params: { object: { kind: 'Node', name: 'node-1' } },
      scope: { clusters: ['eu-west'] },
    });
    expect(await tab()).toHaveAttribute('aria-current', 'page');
  });

  it('show the quotas of a namespace, unknown as unknown', async () => {
    open('clusters/eu-west/namespaces/shop/quotas');

    const quota = await region('team');
    expect(
      within(quota).getByRole('img', {
        name: 'requests.cpu: 3.8 of 4 (95%)',
      }),
    ).toBeVisible();
    expect(quota).toHaveTextContent(
      /pods– \/ 50The quota controller has not counted yet/,
    );
  });

  it('sort and narrow the namespaces of the fleet', async () => {
    open('namespaces');
    const names = async () =>
      (await rowsOf('grid', 'Namespaces')).map(row => row[1]);

    expect(await names()).toEqual(['shopshop', 'kube-systemkube-system']);
    await user.click(screen.getByRole('button', { name: /^Pods/ }));
    expect(await names()).toEqual(['kube-systemkube-system', 'shopshop']);
    await user.click(screen.getByRole('switch', { name: 'Only troubled' }));
    expect(await names()).toEqual(['shopshop']);
    await user.type(
      screen.getByRole('searchbox', { name: 'Search namespaces' }),
      'nothing of it',
    );
    expect(await screen.findByText('Nothing matches')).toBeVisible();
  });
});
