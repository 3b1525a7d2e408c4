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

import { NodeRow } from '@quarterdeck/backstage-plugin-fleet-common';
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
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
const MINUTE = 60_000;
const now = Date.now();

const standings = {
  nodes: 4,
  notReady: 1,
  unknown: 0,
  pressure: 0,
  cordoned: 1,
  ready: 2,
};

const map = [
  {
    cluster: 'eu-west',
    nodes: [
      { name: 'n1', standing: 'notReady', cpu: 95, memory: 20 },
      { name: 'n2', standing: 'ready', cpu: 40, memory: 30 },
    ],
  },
  {
    cluster: 'us-east',
    nodes: [
      { name: 'm1', standing: 'cordoned' },
      { name: 'm2', standing: 'ready' },
    ],
  },
];

const node: NodeRow = {
  uid: 'n1',
  cluster: 'eu-west',
  namespace: '',
  name: 'n1',
  status: 'NotReady,SchedulingDisabled',
  ready: false,
  schedulable: false,
  severity: 'error',
  pressures: ['DiskPressure'],
  since: { Ready: now - 5 * MINUTE, DiskPressure: now - 30 * MINUTE },
  roles: [],
  version: 'v1.36.1',
  providerId: '',
  region: '',
  zone: '',
  instanceType: '',
  cpu: 4,
  memory: GIB,
  gpus: 0,
  podCapacity: 110,
  created: now - 90 * MINUTE,
};

const conditions = {
  ready: 0,
  notReady: 1,
  unknown: 0,
  memoryPressure: 0,
  diskPressure: 1,
  pidPressure: 0,
  networkUnavailable: 0,
  cordoned: 1,
};

const usage = {
  pods: 10,
  measured: 9,
  cpuRequested: 12,
  cpuUsed: 3,
  memoryRequested: 20 * GIB,
  memoryUsed: 15 * GIB,
};

describe('cards of nodes and of what is asked of them', () => {
  let server: FleetTestServer;

  beforeEach(() => {
    server = new FleetTestServer();
    server.start();
    server.views = {
      'nodes.map': answer(map, standings, partialCoverage),
      'nodes.load': answer(map, standings),
      'nodes.conditions': answer([node], conditions),
      'requests.namespaces': answer(
        [
          { ...usage, cluster: 'eu-west', namespace: 'shop' },
          {
            ...usage,
            cluster: 'eu-west',
            namespace: 'data',
            cpuRequested: 1,
            cpuUsed: 2,
          },
          {
            cluster: 'us-east',
            namespace: 'new',
            pods: 1,
            cpuRequested: 1,
            memoryRequested: GIB,
          },
        ],
        { ...usage, clusters: 2, usedClusters: 1 },
      ),
      'requests.clusters': answer(
        [{ cluster: 'us-east', pods: 1, cpuRequested: 1 }],
        { clusters: 1, usedClusters: 0 },
      ),
    };
  });

  afterEach(() => server.stop());

  it('the map is walked with the arrow keys, says where one is, and opens the node', async () => {
    const user = userEvent.setup();
    const { container } = renderCard(server, 'node-map');
    const card = await cardOf('Node map');
    const squares = card.getByRole('application', { name: 'Node map' });
    act(() => squares.focus());
    const line = card.getByRole('status', { name: 'Node' });
    expect(line).toHaveTextContent(/Not ready.*n1.*eu-west/);
    await user.keyboard('{ArrowRight}{ArrowRight}');
    expect(line).toHaveTextContent(/Cordoned.*m1.*us-east/);
    await user.keyboard('{End}');
    expect(line).toHaveTextContent(/Ready.*m2/);
    await user.keyboard('{PageUp}');
    expect(line).toHaveTextContent(/n1/);
    expect(await axeFindings(container)).toEqual([]);
    await user.keyboard('{Enter}');
    expect(await screen.findByRole('heading', { name: /n1/ })).toBeVisible();
  });

  it('the map has a table behind it, and names those in trouble', async () => {
    renderCard(server, 'node-map');
    const card = await cardOf('Node map');
    expect(
      cellsOf(
        card.getByRole('table', { name: 'Nodes of each cluster by state' }),
      ),
    ).toEqual([
      ['eu-west', '1', '0', '0', '0', '1', 'n1'],
      ['us-east', '0', '0', '0', '1', '1', 'm1'],
    ]);
    expect(
      card.getByRole('list', { name: 'Nodes by state' }),
    ).toHaveTextContent('1Not ready');
  });

  it('the map by requests says how much of a node is asked for, where it is known', async () => {
    const user = userEvent.setup();
    renderCard(server, 'node-map', { by: 'cpu' });
    const card = await cardOf('Node map');
    expect(server.asked('nodes.map')).toBeUndefined();
    act(() => card.getByRole('application', { name: 'Node map' }).focus());
    const line = card.getByRole('status', { name: 'Node' });
    expect(line).toHaveTextContent('95% of CPU and 20% of memory requested');
    await user.keyboard('{PageDown}');
    expect(line).toHaveTextContent('– of CPU and – of memory requested');
  });

  it('conditions tell what is wrong and since when', async () => {
    const { container } = renderCard(server, 'node-conditions');
    const card = await cardOf('Node conditions');
    expect(server.asked('nodes.conditions')?.params).toEqual({
      onlyTroubled: true,
    });
    expect(
      cellsOf(card.getByRole('table', { name: 'Node conditions' })),
    ).toEqual([
      [
        '■Not ready▲Disk pressure▲Cordoned',
        expect.stringContaining('n1'),
        expect.stringContaining('eu-west'),
        '5m',
        '1h',
      ],
    ]);
    expect(await axeFindings(container)).toEqual([]);
  });

  it('conditions call it good news that there is none only where every cluster has answered', async () => {
    server.views['nodes.conditions'] = answer([], conditions, partialCoverage);
    renderCard(server, 'node-conditions');
    const card = await cardOf('Node conditions');
    expect(card.getByText('Every node is ready')).toBeVisible();
    expect(
      card.getByText(/Those below did not, so there may be more/),
    ).toBeVisible();
  });

  it('requests show what asks for too little first, then too much, and what is not measured', async () => {
    const { container } = renderCard(server, 'requests-against-use');
    const card = await cardOf('Requests against use');
    expect(
      cellsOf(card.getByRole('table', { name: 'Requests against use' })).map(
        cells => [cells[0], cells[1], cells[4], cells[5]],
      ),
    ).toEqual([
      ['▲Too little', expect.stringContaining('data'), '1', '2'],
      ['◆Too much', expect.stringContaining('shop'), '12', '3'],
      ['○Not measured', expect.stringContaining('new'), '1', '–'],
    ]);
    expect(
      card.getByRole('list', { name: 'Use of what is requested' }),
    ).toHaveTextContent('CPU25%');
    expect(card.getByText(/Use is known of 1 of 2 clusters/)).toBeVisible();
    expect(await axeFindings(container)).toEqual([]);
  });

  it('requests compare memory by cluster where that is set, and say that nothing is measured', async () => {
    renderCard(server, 'requests-against-use', {
      by: 'cluster',
      resource: 'memory',
    });
    const card = await cardOf('Requests against use');
    expect(card.getByRole('note')).toHaveTextContent(
      /No use has been measured.*metrics-server/,
    );
    const [row] = cellsOf(
      card.getByRole('table', { name: 'Requests against use' }),
    );
    expect(row[0]).toBe('○Not measured');
    expect(within(card.getByRole('table')).queryByText('0')).toBeNull();
  });
});
