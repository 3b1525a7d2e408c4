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
  PersistentVolumeClaimRow,
  StorageClassUseRow,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { screen, within } from '@testing-library/react';
import { axeFindings } from '../../__testUtils__/axeFindings';
import { partialCoverage } from '../../__testUtils__/fleetFixture';
import { FleetTestServer } from '../../__testUtils__/FleetTestServer';
import {
  answer,
  cardOf,
  cellsOf,
  renderCard,
} from '../__testUtils__/renderCard';

const GIB = 1024 ** 3;

const classes: StorageClassUseRow[] = [
  {
    cluster: 'eu-west',
    storageClass: 'gp3',
    provisioner: 'ebs.csi.aws.com',
    isDefault: true,
    missing: false,
    claims: 4,
    bound: 3,
    pending: 1,
    lost: 0,
    requested: 40 * GIB,
    requestedBound: 30 * GIB,
    requestedPending: 10 * GIB,
    requestedLost: 0,
    volumes: 4,
    provisioned: 50 * GIB,
    unclaimed: 20 * GIB,
  },
  {
    cluster: 'us-east',
    storageClass: 'gp3',
    isDefault: false,
    missing: false,
    claims: 1,
    bound: 0,
    pending: 0,
    lost: 1,
    requested: 2 * GIB,
    requestedBound: 0,
    requestedPending: 0,
    requestedLost: 2 * GIB,
  },
  {
    cluster: 'eu-west',
    storageClass: 'typo',
    isDefault: false,
    missing: true,
    claims: 1,
    bound: 0,
    pending: 1,
    lost: 0,
    requested: GIB,
    requestedBound: 0,
    requestedPending: GIB,
    requestedLost: 0,
    volumes: 0,
    provisioned: 0,
    unclaimed: 0,
  },
];

const totals = {
  claims: 6,
  bound: 3,
  pending: 2,
  lost: 1,
  requested: 43 * GIB,
  volumes: 4,
  provisioned: 50 * GIB,
  unclaimed: 20 * GIB,
  missing: 1,
};

const claim: PersistentVolumeClaimRow = {
  uid: 'c1',
  cluster: 'eu-west',
  namespace: 'data',
  name: 'orders-0',
  status: 'Bound',
  phase: 'Bound',
  storageClass: 'gp3',
  volume: 'pvc-1',
  requested: 10 * GIB,
  capacity: 12 * GIB,
  accessModes: ['RWO'],
  created: Date.now() - 3_600_000,
};

describe('cards of storage', () => {
  let server: FleetTestServer;

  beforeEach(() => {
    server = new FleetTestServer();
    server.start();
    server.views = {
      'storage.overview': answer(classes, totals),
      'claims.status': answer(
        [
          {
            ...claim,
            uid: 'c2',
            name: 'reports',
            status: 'Pending',
            phase: 'Pending',
            severity: 'warning',
            storageClass: '',
            capacity: undefined,
          },
          claim,
        ],
        { bound: 1, pending: 1, lost: 0, requested: 20 * GIB },
      ),
    };
  });

  afterEach(() => server.stop());

  it('the overview adds up what is requested, by class over all clusters and by state', async () => {
    const { container } = renderCard(server, 'storage-overview');
    const card = await cardOf('Storage overview');
    const figures = within(card.getByRole('list', { name: 'Storage in all' }));
    expect(
      figures.getAllByRole('listitem').map(item => item.textContent),
    ).toEqual([
      'Requested43 GB6 claims',
      'Provisioned50 GB4 volumes',
      expect.stringMatching(/^Unclaimed20 GB/),
    ]);
    expect(
      within(card.getByRole('list', { name: 'Claims by state' }))
        .getAllByRole('listitem')
        .map(item => item.textContent),
    ).toEqual(['■1Lost', '▲2Pending', '●3Bound']);
    expect(
      cellsOf(card.getByRole('table', { name: 'Requested by storage class' })),
    ).toEqual([
      ['gp3', '2 GB', '10 GB', '30 GB', '42 GB'],
      ['typo', '0 MB', '1 GB', '0 MB', '1 GB'],
    ]);
    expect(await axeFindings(container)).toEqual([]);
  });

  it('the overview shows each class of each cluster, what is missing and what is not known', async () => {
    renderCard(server, 'storage-overview');
    const card = await cardOf('Storage overview');
    const table = within(
      card.getByRole('table', { name: 'Storage classes of each cluster' }),
    );
    const [, known, unknown, missing] = table.getAllByRole('row');
    expect(within(known).getByRole('link', { name: 'gp3' })).toHaveAttribute(
      'href',
      '/fleet/clusters/eu-west/objects/storageclasses.storage.k8s.io/gp3',
    );
    expect(known).toHaveTextContent('Default');
    expect(known).toHaveTextContent('50 GB');
    expect(within(unknown).queryByRole('link', { name: 'gp3' })).toBeNull();
    expect(within(unknown).getAllByRole('cell').pop()).toHaveTextContent('–');
    expect(within(missing).getByText('No such class')).toBeVisible();
  });

  it('the overview draws as many bars as it is set to, and says how many more there are', async () => {
    renderCard(server, 'storage-overview', { classes: 1 });
    const card = await cardOf('Storage overview');
    expect(card.getByText('+ 1 more class')).toBeInTheDocument();
  });

  it('claims show their state, class and sizes, and lead to their pages', async () => {
    const { container } = renderCard(server, 'pvc-status');
    const card = await cardOf('Volume claims');
    const pending = within(await card.findByRole('row', { name: /reports/ }));
    expect(pending.getByText('Pending')).toBeVisible();
    expect(pending.getByText('No class')).toBeVisible();
    expect(
      pending.getByTitle('10 GB requested, nothing provided yet'),
    ).toHaveTextContent('–');
    const bound = within(card.getByRole('row', { name: /orders-0/ }));
    expect(bound.getByRole('link', { name: 'orders-0' })).toHaveAttribute(
      'href',
      '/fleet/clusters/eu-west/namespaces/data/persistentvolumeclaims/orders-0',
    );
    expect(bound.getByTitle('10 GB requested, 12 GB provided')).toBeVisible();
    expect(server.asked('claims.status')?.params).toEqual({
      onlyTroubled: false,
    });
    expect(await axeFindings(container)).toEqual([]);
  });

  it('claims can be limited to those in trouble, of which to have none is good', async () => {
    server.views['claims.status'] = answer([], {
      bound: 0,
      pending: 0,
      lost: 0,
      requested: 0,
    });
    renderCard(server, 'pvc-status', { onlyTroubled: true });
    expect(
      await screen.findByText('No claim is lost or pending'),
    ).toBeVisible();
    expect(server.asked('claims.status')?.params).toEqual({
      onlyTroubled: true,
    });
  });

  it('say that there is nothing', async () => {
    server.views['storage.overview'] = answer([], { missing: 0 });
    renderCard(server, 'storage-overview');
    expect(await screen.findByText('There is no storage')).toBeVisible();
  });

  it('say which clusters are missing', async () => {
    server.views['claims.status'] = answer([], {}, partialCoverage);
    renderCard(server, 'pvc-status');
    expect(await screen.findByText('1 missing')).toBeVisible();
  });

  it('keep their place while they load', async () => {
    server.views = {};
    renderCard(server, 'storage-overview');
    expect(
      await screen.findByRole('region', { name: 'Storage overview' }),
    ).toHaveAttribute('aria-busy', 'true');
    expect(await screen.findByTestId('card-skeleton')).toBeInTheDocument();
  });
});
