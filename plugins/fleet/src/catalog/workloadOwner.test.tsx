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

import { Entity } from '@backstage/catalog-model';
import { fetchApiRef } from '@backstage/frontend-plugin-api';
import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen, within } from '@testing-library/react';
import fleetPlugin from '..';
import {
  cart,
  fullCoverage,
  healthyFleet,
} from '../__testUtils__/fleetFixture';
import { FleetTestServer } from '../__testUtils__/FleetTestServer';

const ID = 'backstage.io/kubernetes-id';

function component(name: string, owner: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default', annotations: { [ID]: 'cart' } },
    relations: [{ type: 'ownedBy', targetRef: `group:default/${owner}` }],
  };
}

describe('the owner of a workload', () => {
  let server: FleetTestServer;

  beforeEach(() => {
    server = new FleetTestServer();
    server.start();
  });

  afterEach(() => server.stop());

  /** Opens the page of a workload in a namespace of the group shop. */
  function open(options: {
    owner?: string;
    labels?: Record<string, string>;
    catalog?: Entity[];
  }) {
    const { owner, labels = {}, catalog = [] } = options;
    const row = { ...cart, owner, labels };
    server.views = {
      ...healthyFleet(),
      'workloads.list': {
        rows: [row],
        total: 1,
        summary: { workloads: 1, errors: 0, warnings: 0, progress: 0 },
        coverage: fullCoverage,
      },
      'namespaces.overview': {
        rows: [
          {
            cluster: cart.cluster,
            namespace: cart.namespace,
            phase: 'Active',
            owner: 'group:default/shop',
            ownerSource: 'annotation',
            created: cart.created,
          },
        ],
        total: 1,
        summary: { namespaces: 1, troubled: 0, owned: 1, terminating: 0 },
        coverage: fullCoverage,
      },
    };
    renderTestApp({
      features: [fleetPlugin],
      apis: [
        [fetchApiRef, server.fetchApi],
        [catalogApiRef, catalogApiMock({ entities: catalog })],
        mockApis.identity({ userEntityRef: 'user:default/anne' }),
      ],
      initialRouteEntries: [
        '/fleet/clusters/eu-west/namespaces/shop/deployments.apps/cart-api',
      ],
    });
  }

  const fact = async (name: string) =>
    within((await screen.findByText(name)).parentElement!);

  it('is the one that it names itself, whatever the catalog says', async () => {
    open({
      owner: 'group:default/own',
      labels: { [ID]: 'cart' },
      catalog: [component('cart', 'other')],
    });
    expect(await (await fact('Owner')).findByText('own')).toBeVisible();
    expect(await (await fact('Component')).findByText('cart')).toBeVisible();
  });

  it('is that of its component, and it is said where that is from', async () => {
    open({ labels: { [ID]: 'cart' }, catalog: [component('cart', 'tills')] });
    const owner = await fact('Owner');
    expect(await owner.findByText('tills')).toBeVisible();
    expect(owner.getByText('from the component in the catalog')).toBeVisible();
  });

  it.each([
    ['no component', []],
    [
      'components that do not agree',
      [component('cart', 'tills'), component('basket', 'others')],
    ],
  ])('is that of its namespace when the catalog has %s', async (_, catalog) => {
    open({ labels: { [ID]: 'cart' }, catalog });
    const owner = await fact('Owner');
    expect(await owner.findByText('shop')).toBeVisible();
    expect(owner.getByText('from its namespace')).toBeVisible();
    expect(screen.queryByText('Component')).not.toBeInTheDocument();
  });
});
