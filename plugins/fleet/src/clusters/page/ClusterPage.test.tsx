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
import userEvent from '@testing-library/user-event';
import { ClusterAccess } from '@quarterdeck/backstage-plugin-fleet-common';
import { HttpResponse } from 'msw';
import { axeFindings } from '../../__testUtils__/axeFindings';
import {
  fullCoverage,
  healthyCluster,
  lostCluster,
  totalsOf,
  troubledFleet,
} from '../../__testUtils__/fleetFixture';
import {
  errorResponse,
  FleetTestServer,
} from '../../__testUtils__/FleetTestServer';
import { renderFleet } from '../../__testUtils__/renderFleet';

const MANIFEST = 'kind: ClusterRole # what the fleet reads';

const access: ClusterAccess = {
  cluster: 'eu-west',
  checkedAt: Date.now(),
  identity: {
    username: 'system:serviceaccount:quarterdeck:quarterdeck',
    groups: ['system:serviceaccounts'],
  },
  capabilities: [
    {
      title: 'Read Pods',
      verb: 'list',
      group: '',
      resource: 'pods',
      allowed: true,
    },
    {
      title: 'Read Pods',
      verb: 'watch',
      group: '',
      resource: 'pods',
      allowed: true,
    },
    {
      title: 'Scale workloads',
      verb: 'patch',
      group: 'apps',
      resource: 'deployments/scale',
      namespace: 'shop',
      allowed: false,
      detail: 'no RBAC policy matched',
    },
    { title: 'Read Nodes', verb: 'list', group: '', resource: 'nodes' },
  ],
  namespace: 'default',
  rules: [
    {
      verbs: ['list'],
      apiGroups: [''],
      resources: ['pods'],
      resourceNames: [],
    },
  ],
  nonResourceUrls: [{ verbs: ['get'], urls: ['/livez'] }],
  incomplete: false,
  excessive: ['It may read every Secret.'],
};

describe('the page of a cluster', () => {
  let server: FleetTestServer;

  function clusters(...rows: (typeof healthyCluster)[]) {
    server.views = {
      ...troubledFleet(),
      'clusters.health': {
        rows,
        total: rows.length,
        summary: totalsOf(rows, 0),
        coverage: fullCoverage,
      },
    };
  }

  beforeEach(() => {
    server = new FleetTestServer();
    server.start();
    server.answer('get', '/actions', () => HttpResponse.json({ items: [] }));
    clusters(healthyCluster, lostCluster);
  });

  afterEach(() => server.stop());

  it('says what the cluster is, and what each fact rests on', async () => {
    const user = userEvent.setup();
    const copied = jest.spyOn(navigator.clipboard, 'writeText');
    clusters({
      ...healthyCluster,
      aliases: ['eu-admin'],
      facts: {
        ...healthyCluster.facts,
        console: { value: 'https://console.example/eu', evidence: 'region' },
      },
    });
    renderFleet(server, { path: '/fleet/clusters/eu-west' });

    const heading = await screen.findByRole('heading', { level: 1 });
    expect(heading).toHaveTextContent('eu-west');
    await waitFor(() =>
      expect(document.title).toBe('eu-west · Clusters · Fleet'),
    );
    expect(screen.getByText('eu-admin')).toBeVisible();
    expect(screen.getByText('https://eu-west.example:6443/')).toBeVisible();
    expect(
      screen.getByRole('img', {
        name: 'eu-west-1. label topology.kubernetes.io/region of its nodes',
      }),
    ).toBeVisible();
    const console = screen.getByRole('link', { name: /Console/ });
    expect(console).toHaveAttribute('href', 'https://console.example/eu');
    expect(console).toHaveAttribute('rel', expect.stringContaining('noopener'));

    await user.click(screen.getByRole('button', { name: 'Copy' }));
    await user.click(
      await screen.findByRole('menuitem', { name: /kubectl command/ }),
    );
    expect(copied).toHaveBeenCalledWith('kubectl config use-context eu-west');
  });

  // What a hostile cluster might say.
  // eslint-disable-next-line no-script-url
  it.each(['javascript:alert(1)', 'http://console.example', 'nonsense'])(
    'links to no console at %p',
    async value => {
      clusters({
        ...healthyCluster,
        facts: { console: { value, evidence: 'a label' } },
      });
      renderFleet(server, { path: '/fleet/clusters/eu-west' });
      await screen.findByRole('button', { name: 'Copy' });
      expect(screen.queryByRole('link', { name: /Console/ })).toBeNull();
    },
  );

  it('tells what is the matter and what to do', async () => {
    renderFleet(server, { path: '/fleet/clusters/us-east' });

    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('The API server cannot be reached');
    expect(alert).toHaveTextContent('connect ETIMEDOUT 10.0.0.1:6443');
    expect(alert).toHaveTextContent('Check the network to the API server.');
    expect(alert).toHaveTextContent(/Last heard from 3m/);
    const figures = screen.getByRole('region', {
      name: 'This cluster at a glance',
    });
    expect(
      within(figures)
        .getAllByRole('img')
        .map(block => block.getAttribute('aria-label')),
    ).toEqual([
      'Nodes: 4, 1 not ready',
      'Namespaces: 12',
      'Deployments: –',
      'Pods: –',
      'Errors: –',
      'Warnings: –',
    ]);
  });

  it('asks its cards about this cluster alone', async () => {
    renderFleet(server, { path: '/fleet/clusters/eu-west' });
    await waitFor(() =>
      expect(server.asked('pods.issues')?.scope).toEqual({
        clusters: ['eu-west'],
      }),
    );
    expect(screen.queryByRole('region', { name: 'Cluster health' })).toBeNull();
  });

  it('says that there is no such cluster', async () => {
    renderFleet(server, { path: '/fleet/clusters/nowhere' });
    expect(
      await screen.findByText('There is no cluster nowhere'),
    ).toBeVisible();
    expect(screen.getByRole('link', { name: 'All clusters' })).toHaveAttribute(
      'href',
      '/fleet/clusters',
    );
  });

  it('shows what the credential may do, and what nobody knows', async () => {
    server.answer('get', '/clusters/eu-west/access', () =>
      HttpResponse.json(access),
    );
    server.answer('get', '/rbac-manifest', () => HttpResponse.text(MANIFEST));
    const { container } = renderFleet(server, {
      path: '/fleet/clusters/eu-west/access',
    });

    const table = await screen.findByRole('table', {
      name: 'What the portal may do',
    });
    expect(
      within(table)
        .getAllByRole('row')
        .slice(1)
        .map(row =>
          within(row)
            .getAllByRole('cell')
            .map(cell => cell.textContent),
        ),
    ).toEqual([
      ['●Allowed', 'Read Pods', 'list, watch pods'],
      [
        '■Not allowed',
        'Scale workloadsno RBAC policy matched',
        'patch deployments/scale.appsin shop',
      ],
      ['○Not known', 'Read Nodes', 'list nodes'],
    ]);
    expect(
      screen.getByText(
        'The cluster takes the portal for system:serviceaccount:quarterdeck:quarterdeck',
      ),
    ).toBeVisible();
    expect(screen.getByText('It may read every Secret.')).toBeVisible();
    expect(await screen.findByText(MANIFEST)).toBeVisible();
    expect(await axeFindings(container.querySelector('main')!)).toEqual([]);
  });

  it('takes no answer for no right', async () => {
    server.answer('get', '/clusters/eu-west/access', () =>
      errorResponse(503, 'ServiceUnavailableError', 'The cluster is silent'),
    );
    server.answer('get', '/rbac-manifest', () => HttpResponse.text(MANIFEST));
    renderFleet(server, { path: '/fleet/clusters/eu-west/access' });
    expect(
      await screen.findByText('Access could not be found out'),
    ).toBeVisible();
    expect(screen.getByText('The cluster is silent')).toBeVisible();
    expect(screen.queryByText('Not allowed')).toBeNull();
  });

  it('makes the manifest that is asked for', async () => {
    const user = userEvent.setup();
    const asked: string[] = [];
    server.answer('get', '/clusters/eu-west/access', () =>
      HttpResponse.json(access),
    );
    server.answer('get', '/actions', () =>
      HttpResponse.json({
        items: [{ id: 'workload.scale', title: 'Scale workload' }],
      }),
    );
    server.answer('get', '/rbac-manifest', ({ request }) => {
      asked.push(new URL(request.url).search);
      return HttpResponse.text(MANIFEST);
    });
    renderFleet(server, { path: '/fleet/clusters/eu-west/access' });
    await screen.findByText(MANIFEST);

    await user.click(
      await screen.findByRole('checkbox', { name: 'Scale workload' }),
    );
    await user.type(
      screen.getByRole('textbox', { name: 'Namespaces to read' }),
      'shop, pay',
    );
    await waitFor(() =>
      expect(
        Object.fromEntries(new URLSearchParams(asked[asked.length - 1])),
      ).toEqual({
        serviceAccount: 'quarterdeck',
        serviceAccountNamespace: 'quarterdeck',
        namespaces: 'shop,pay',
        secretsMetadata: 'false',
        serviceProxy: 'false',
        actions: 'workload.scale',
      }),
    );

    const before = asked.length;
    await user.type(
      screen.getByRole('textbox', { name: 'Service account' }),
      'Not A Name',
    );
    expect(
      await screen.findByText('Lower case letters, digits and dashes'),
    ).toBeVisible();
    expect(asked).toHaveLength(before);
  });
});
