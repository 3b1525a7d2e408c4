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

import { screen, waitFor, within } from '@testing-library/react';
import { axeFindings } from '../__testUtils__/axeFindings';
import {
  cart,
  event,
  fullCoverage,
  healthyCluster,
  lostCluster,
  partialCoverage,
  pod,
  troubledFleet,
} from '../__testUtils__/fleetFixture';
import { FleetTestServer } from '../__testUtils__/FleetTestServer';
import {
  component,
  renderEntity,
  resource,
} from './__testUtils__/renderEntity';

const ID = { 'backstage.io/kubernetes-id': 'cart' };
const cluster = (name: string) => ({
  ...ID,
  'backstage.io/kubernetes-cluster': name,
});
const cartPod = { ...pod, name: 'cart-api-1', ownerKind: 'ReplicaSet' };
const VIEWS = ['workloads.list', 'pods.list'];

describe('what the fleet tells about a component', () => {
  let server: FleetTestServer;

  beforeEach(() => {
    server = new FleetTestServer();
    server.start();
    const us = { ...cart, uid: 'd9', cluster: 'us-east' };
    server.views = {
      ...troubledFleet(),
      'workloads.list': {
        rows: [cart, us],
        total: 2,
        summary: { workloads: 2, errors: 0, warnings: 1, progress: 0 },
        coverage: fullCoverage,
      },
      'pods.list': {
        rows: [cartPod],
        total: 7,
        summary: {},
        coverage: fullCoverage,
      },
    };
    const aliased = {
      ...healthyCluster,
      title: 'Europe',
      aliases: ['admin@eu-west'],
    };
    server.views['clusters.health']!.rows = [aliased, lostCluster];
  });

  afterEach(() => server.stop());

  const region = (name: string) => screen.findByRole('region', { name });
  const figure = async (name: string) =>
    within(await region('Fleet')).getByText(name, { selector: 'dt' })
      .nextElementSibling?.textContent;
  const scopes = () =>
    VIEWS.map(view => ({
      ...server.asked(view)?.scope,
      ...server.asked(view)?.params,
    }));

  it('is its workloads over all clusters, their pods and the events about them', async () => {
    const { container } = renderEntity(server, component(ID));

    const workloads = await region('Workloads');
    const links = await within(workloads).findAllByRole('link');
    expect(links.map(link => link.getAttribute('href'))).toEqual(
      ['eu-west', 'us-east'].flatMap(name => [
        `/fleet/clusters/${name}/namespaces/shop/deployments.apps/cart-api`,
        `/fleet/clusters/${name}`,
      ]),
    );
    expect(scopes()).toEqual(
      VIEWS.map(() => ({ selector: 'backstage.io/kubernetes-id=cart' })),
    );
    expect(
      await within(await region('Pods')).findByRole('link'),
    ).toHaveAttribute(
      'href',
      '/fleet/clusters/eu-west/namespaces/shop/pods/cart-api-1',
    );
    expect(
      await within(await region('Recent events')).findByText(event.reason),
    ).toBeVisible();
    await waitFor(() =>
      expect(server.asked('events.recent')).toMatchObject({
        // Not about objects of the same names elsewhere.
        scope: { clusters: ['eu-west', 'us-east'], namespaces: ['shop'] },
        params: {
          objects: [
            { kind: 'Deployment', name: 'cart-api' },
            { kind: 'Pod', name: 'cart-api-1' },
            { kind: 'ReplicaSet', name: 'checkout' },
          ],
        },
      }),
    );
    expect(
      await Promise.all(
        ['Workloads', 'Pods', 'Clusters', 'Errors', 'Warnings'].map(figure),
      ),
    ).toEqual(['2', '7', '2', '0', '▲1']);
    expect(await axeFindings(container)).toEqual([]);
  });

  it.each([
    ['name', 'eu-west'],
    ['title', 'Europe'],
    ['alias', 'admin@eu-west'],
  ])(
    'is limited to the cluster of an annotation, by its %s',
    async (_, name) => {
      renderEntity(
        server,
        component({
          ...cluster(name),
          'backstage.io/kubernetes-namespace': 'shop',
        }),
      );
      expect(
        await screen.findByText(
          'Only in eu-west, as the annotation backstage.io/kubernetes-cluster has it.',
        ),
      ).toBeVisible();
      await region('Workloads');
      await waitFor(() =>
        expect(scopes()).toEqual(
          VIEWS.map(() => ({
            clusters: ['eu-west'],
            namespaces: ['shop'],
            selector: 'backstage.io/kubernetes-id=cart',
          })),
        ),
      );
    },
  );

  it('is limited to the clusters that it depends on, in whatever namespace of the catalog', async () => {
    renderEntity(
      server,
      component(ID, [
        'resource:infra/europe',
        'resource:default/db',
        'component:default/eu-west',
      ]),
      [
        resource('europe', {
          namespace: 'infra',
          annotations: { 'quarterdeck.io/cluster': 'eu-west' },
        }),
        // Named like a cluster, but not the one that is depended on.
        resource('us-east'),
        resource('db', { type: 'database' }),
      ],
    );
    expect(await screen.findByText(/^Only in eu-west: /)).toBeVisible();
    await region('Workloads');
    await waitFor(() =>
      expect(scopes().map(({ clusters }) => clusters)).toEqual(
        VIEWS.map(() => ['eu-west']),
      ),
    );
  });

  it('is not limited by what it depends on besides clusters', async () => {
    renderEntity(server, component(ID, ['resource:default/db']), [
      resource('db', { type: 'database' }),
    ]);
    await region('Workloads');
    expect(scopes().map(({ clusters }) => clusters)).toEqual(
      VIEWS.map(() => undefined),
    );
    expect(screen.queryByText(/^Only in/)).not.toBeInTheDocument();
  });

  it('says so when the only cluster to look in is not known, and asks for nothing', async () => {
    renderEntity(server, component(cluster('moon')));
    expect(
      await screen.findByText('The fleet does not know this cluster'),
    ).toBeVisible();
    expect(VIEWS.map(view => server.asked(view))).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('says so when its relations cannot be read, and asks for nothing', async () => {
    renderEntity(server, component(ID, ['resource:default/eu-west']), {
      getEntitiesByRefs: async () => {
        throw new Error('catalog is away');
      },
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /What this entity depends on cannot be read.*catalog is away/,
    );
    expect(server.asked('workloads.list')).toBeUndefined();
  });

  it('names the annotation that is not a selector', async () => {
    renderEntity(
      server,
      component({ 'backstage.io/kubernetes-label-selector': 'app in cart' }),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The annotation backstage.io/kubernetes-label-selector cannot be read',
    );
  });

  it('is nothing without an annotation', async () => {
    renderEntity(server, component({}));
    expect(await screen.findByTestId('empty-entity-page')).toBeInTheDocument();
  });

  it('is a hint what to look for when nothing is found', async () => {
    for (const view of [...VIEWS, 'events.recent']) {
      server.views[view] = {
        rows: [],
        total: 0,
        summary: {},
        coverage: fullCoverage,
      };
    }
    renderEntity(server, component(ID));
    const workloads = await region('Workloads');
    expect(
      await within(workloads).findByText('No workload carries these labels'),
    ).toBeVisible();
    expect(workloads).toHaveTextContent(
      'Looked for backstage.io/kubernetes-id=cart on',
    );
    expect(
      await screen.findByText('No event about these workloads'),
    ).toBeVisible();
    await waitFor(() =>
      expect(server.asked('events.recent')?.params).toEqual({ objects: [] }),
    );
  });

  it('names the clusters that are missing', async () => {
    server.views['workloads.list']!.coverage = partialCoverage;
    renderEntity(server, component(ID));
    for (const name of ['Fleet', 'Workloads']) {
      expect(
        await within(await region(name)).findByText('1 missing'),
      ).toBeVisible();
      expect(await region(name)).toHaveTextContent(/us-east/);
    }
  });

  it('is refused to those who may not read it', async () => {
    for (const view of [...VIEWS, 'events.recent']) {
      server.refused[view] = 'NotAllowedError';
    }
    renderEntity(server, component(ID));
    for (const name of ['Fleet', 'Workloads', 'Pods']) {
      expect(
        await within(await region(name)).findByText('You may not see this'),
      ).toBeVisible();
    }
  });
});
