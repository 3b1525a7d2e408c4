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
  ConnectionTest,
  StoredCluster,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent, { UserEvent } from '@testing-library/user-event';
import { HttpResponse } from 'msw';
import { axeFindings } from '../__testUtils__/axeFindings';
import { troubledFleet, whoami } from '../__testUtils__/fleetFixture';
import {
  errorResponse,
  FleetTestServer,
} from '../__testUtils__/FleetTestServer';
import { renderFleet } from '../__testUtils__/renderFleet';

const stored: StoredCluster = {
  name: 'edge',
  title: 'Edge of Berlin',
  labels: { environment: 'production' },
  connection: { server: 'https://edge.example:6443', namespaces: ['shop'] },
  auth: 'token',
  createdBy: 'user:default/anne',
  createdAt: Date.now(),
  changedAt: Date.now(),
};

const failedTest: ConnectionTest = {
  passed: false,
  steps: [
    { id: 'address', outcome: 'passed', message: 'edge.example is 10.0.0.1' },
    {
      id: 'tls',
      outcome: 'failed',
      message: 'self-signed certificate',
      reason: 'certificate',
      advice: 'Name the certificate authority.',
    },
    { id: 'version', outcome: 'not-run', message: '' },
    { id: 'identity', outcome: 'not-run', message: '' },
    { id: 'read', outcome: 'not-run', message: '' },
  ],
};

const box = (name: RegExp) => screen.getByRole('textbox', { name });

async function fillIn(user: UserEvent) {
  await user.type(
    await screen.findByRole('textbox', { name: /^Name\b/ }),
    'lab',
  );
  await user.type(box(/^API server/), 'https://lab.example:6443');
  await user.type(
    screen.getByLabelText(/^Token/, { selector: 'input[type=password]' }),
    's3cret',
  );
}

describe('connecting clusters', () => {
  let server: FleetTestServer;
  let received: { path: string; body: unknown }[];

  /** Takes a request down and answers it. */
  function takes(
    method: 'post' | 'put' | 'delete',
    path: string,
    answer: () => Response,
  ) {
    server.answer(method, path, async ({ request }) => {
      const text = await request.text();
      received.push({ path, body: text ? JSON.parse(text) : undefined });
      return answer() as HttpResponse<any>;
    });
  }

  beforeEach(() => {
    received = [];
    server = new FleetTestServer();
    server.start();
    server.views = troubledFleet();
    server.answer('get', '/stored-clusters', () =>
      HttpResponse.json({ items: [stored] }),
    );
  });

  afterEach(() => server.stop());

  it('is for administrators, and tells others so', async () => {
    server.whoami = { ...whoami, admin: false };
    renderFleet(server, { path: '/fleet/connect/stored/new' });
    expect(
      await screen.findByText('Clusters are connected by administrators'),
    ).toBeVisible();
    expect(screen.getByText(/fleet\.admin/)).toBeVisible();
    expect(screen.queryByRole('form')).toBeNull();
  });

  it('shows what to write into the configuration', async () => {
    const { container } = renderFleet(server, { path: '/fleet/connect' });
    expect(await screen.findByText(/type: kubeconfig/)).toBeVisible();
    expect(screen.getByText(/type: in-cluster/)).toBeVisible();
    expect(screen.getByText(/clusterLocatorMethods/)).toBeVisible();
    expect(await axeFindings(container.querySelector('main')!)).toEqual([]);
  });

  it('marks the fields that are wrong and sends nothing', async () => {
    const user = userEvent.setup();
    const { container } = renderFleet(server, {
      path: '/fleet/connect/stored/new',
    });
    await user.type(
      await screen.findByRole('textbox', { name: /^Name\b/ }),
      'No Name',
    );
    await user.type(box(/^API server/), 'http://lab.example');
    await user.click(screen.getByRole('button', { name: 'Save' }));

    expect(
      await screen.findByText(
        'Lower case letters, digits and dashes, 63 at most',
      ),
    ).toBeVisible();
    expect(box(/^API server/)).toBeInvalid();
    expect(box(/^API server/)).toHaveAccessibleDescription(/begins with https/);
    expect(screen.getByText('A token is needed')).toBeVisible();
    await waitFor(() => expect(box(/^Name\b/)).toHaveFocus());
    expect(received).toEqual([]);
    expect(await axeFindings(container.querySelector('main')!)).toEqual([]);
  });

  it('tells step by step what a test has found, until something is changed', async () => {
    const user = userEvent.setup();
    takes('post', '/clusters/test', () => HttpResponse.json(failedTest));
    renderFleet(server, { path: '/fleet/connect/stored/new' });
    await fillIn(user);
    await user.click(screen.getByRole('button', { name: 'Test connection' }));

    const result = await screen.findByRole('region', {
      name: 'Result of the test',
    });
    expect(result).toHaveTextContent('The connection does not work');
    expect(
      within(result)
        .getAllByRole('listitem')
        .map(step => step.textContent),
    ).toEqual([
      'Address●Passededge.example is 10.0.0.1',
      'Certificate■Failedself-signed certificateName the certificate authority.',
      'Kubernetes version○Not run',
      'Credential○Not run',
      'Reading○Not run',
    ]);
    expect(received).toEqual([
      {
        path: '/clusters/test',
        body: {
          connection: { server: 'https://lab.example:6443' },
          credential: { type: 'token', token: 's3cret' },
        },
      },
    ]);

    await user.type(box(/^API server/), '0');
    expect(screen.queryByText('The connection does not work')).toBeNull();
  });

  it('saves a cluster and goes to its page', async () => {
    const user = userEvent.setup();
    takes('post', '/stored-clusters', () =>
      HttpResponse.json({ ...stored, name: 'lab' }, { status: 201 }),
    );
    renderFleet(server, { path: '/fleet/connect/stored/new' });
    await fillIn(user);
    await user.click(screen.getByText('Proxy, namespaces, labels'));
    await user.type(box(/^Namespaces/), 'shop, pay');
    await user.type(box(/^Labels/), 'team=checkout{enter}gpu');
    await user.click(screen.getByRole('button', { name: 'Save' }));

    expect(
      await screen.findByText('There is no cluster lab'),
    ).toBeInTheDocument();
    expect(received).toEqual([
      {
        path: '/stored-clusters',
        body: {
          name: 'lab',
          labels: { team: 'checkout', gpu: '' },
          connection: {
            server: 'https://lab.example:6443',
            namespaces: ['shop', 'pay'],
          },
          credential: { type: 'token', token: 's3cret' },
        },
      },
    ]);
    expect(document.body.innerHTML).not.toContain('s3cret');
  });

  it('keeps what was typed when saving fails', async () => {
    const user = userEvent.setup();
    takes('post', '/stored-clusters', () =>
      errorResponse(409, 'ConflictError', 'There is a cluster lab already'),
    );
    renderFleet(server, { path: '/fleet/connect/stored/new' });
    await fillIn(user);
    await user.click(screen.getByRole('button', { name: 'Save' }));

    expect(
      await screen.findByText('Another cluster has this name'),
    ).toBeVisible();
    expect(
      screen.getAllByText('There is a cluster lab already')[0],
    ).toBeInTheDocument();
    expect(box(/^Name\b/)).toHaveValue('lab');
  });

  it('changes a cluster without its credential, but not to another server', async () => {
    const user = userEvent.setup();
    takes('put', '/stored-clusters/edge', () => HttpResponse.json(stored));
    renderFleet(server, { path: '/fleet/connect/stored/edge' });

    const title = await screen.findByRole('textbox', { name: /^Title/ });
    expect(title).toHaveValue('Edge of Berlin');
    expect(
      screen.getByRole('radio', { name: 'Keep the stored one' }),
    ).toBeChecked();
    const address = box(/^API server/);
    await user.clear(address);
    await user.type(address, 'https://elsewhere.example');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(
      (
        await screen.findAllByText(/a stored one is not sent to another server/)
      )[0],
    ).toBeVisible();
    expect(received).toEqual([]);

    await user.clear(address);
    await user.type(address, stored.connection.server);
    await user.clear(title);
    await user.type(title, 'Berlin');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(received).toEqual([
        {
          path: '/stored-clusters/edge',
          body: {
            title: 'Berlin',
            labels: { environment: 'production' },
            connection: {
              server: 'https://edge.example:6443',
              namespaces: ['shop'],
            },
          },
        },
      ]),
    );
  });

  it('removes a cluster once it is confirmed', async () => {
    const user = userEvent.setup();
    takes(
      'delete',
      '/stored-clusters/edge',
      () => new HttpResponse(null, { status: 204 }),
    );
    renderFleet(server, { path: '/fleet/connect/stored' });
    await user.click(
      await screen.findByRole('button', { name: 'Remove edge' }),
    );
    const dialog = await screen.findByRole('dialog');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(dialog).not.toBeInTheDocument());
    expect(received).toEqual([]);

    server.answer('get', '/stored-clusters', () =>
      HttpResponse.json({ items: [] }),
    );
    await user.click(screen.getByRole('button', { name: 'Remove edge' }));
    await user.click(
      within(await screen.findByRole('dialog')).getByRole('button', {
        name: 'Remove cluster',
      }),
    );
    expect(
      await screen.findByText('No cluster was added in the portal'),
    ).toBeVisible();
    expect(received).toEqual([
      { path: '/stored-clusters/edge', body: undefined },
    ]);
  });
});
