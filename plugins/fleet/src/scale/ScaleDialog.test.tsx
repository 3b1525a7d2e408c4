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
import { ActionPreview } from '@quarterdeck/backstage-plugin-fleet-common';
import { HttpResponse } from 'msw';
import { axeFindings } from '../__testUtils__/axeFindings';
import { cart, troubledFleet, whoami } from '../__testUtils__/fleetFixture';
import {
  errorResponse,
  FleetTestServer,
} from '../__testUtils__/FleetTestServer';
import { renderFleet } from '../__testUtils__/renderFleet';

const preview: ActionPreview = {
  action: 'workload.scale',
  target: {
    cluster: 'eu-west',
    namespace: 'shop',
    kind: 'Deployment',
    name: 'cart-api',
    uid: 'd1',
    resourceVersion: '42',
  },
  sentence: 'Scale Deployment cart-api from 3 to 5 replicas',
  changes: [{ path: 'spec.replicas', before: 3, after: 5 }],
  warnings: [
    {
      severity: 'warning',
      message: 'HorizontalPodAutoscaler cart-api may change the number again.',
    },
  ],
};

const succeeded = {
  auditId: 'a-1',
  action: 'workload.scale',
  status: 'succeeded',
  message: 'Deployment cart-api has 5 replicas wanted.',
  result: { before: 3, after: 5 },
};

async function openDialog(user: ReturnType<typeof userEvent.setup>) {
  const opener = await screen.findByRole('button', { name: 'Scale cart-api' });
  await waitFor(() => expect(opener).not.toHaveAttribute('aria-disabled'));
  await user.click(opener);
  return screen.findByRole('dialog', { name: 'Scale cart-api' });
}

async function askForFive(user: ReturnType<typeof userEvent.setup>) {
  const dialog = await openDialog(user);
  const replicas = within(dialog).getByRole('textbox', { name: 'Replicas' });
  await user.clear(replicas);
  await user.type(replicas, '5');
  await user.click(within(dialog).getByRole('button', { name: 'Preview' }));
  return dialog;
}

describe('scaling a deployment', () => {
  let server: FleetTestServer;

  beforeEach(() => {
    server = new FleetTestServer();
    server.start();
    server.views = troubledFleet();
    server.previewAnswers(preview);
    server.answerRun = () => HttpResponse.json(succeeded);
  });

  afterEach(() => server.stop());

  it('previews, asks for a reason, runs once and shows the result', async () => {
    const user = userEvent.setup();
    renderFleet(server);
    const dialog = await askForFive(user);

    expect(await within(dialog).findByText(preview.sentence)).toBeVisible();
    expect(
      within(within(dialog).getByRole('table', { name: 'What will change' }))
        .getAllByRole('row')
        .map(row => row.textContent),
    ).toEqual(['FieldBeforeAfter', 'spec.replicas35']);
    expect(dialog).toHaveTextContent(
      'Warning: HorizontalPodAutoscaler cart-api may change the number again.',
    );
    expect(await axeFindings(dialog)).toEqual([]);
    expect(server.runs).toEqual([]);

    await user.type(
      within(dialog).getByRole('textbox', { name: /^Reason/ }),
      'Sale on Friday',
    );
    await user.dblClick(
      within(dialog).getByRole('button', { name: 'Scale to 5' }),
    );

    expect(await within(dialog).findByText('Done')).toBeVisible();
    expect(dialog).toHaveTextContent('Audit record a-1');
    const input = {
      cluster: 'eu-west',
      namespace: 'shop',
      kind: 'Deployment',
      name: 'cart-api',
      replicas: 5,
    };
    // Once to be shown, and once more when confirmed.
    expect(server.previews).toEqual([{ input }, { input }]);
    expect(server.runs).toEqual([
      {
        body: {
          input,
          uid: 'd1',
          resourceVersion: '42',
          reason: 'Sale on Friday',
        },
        idempotencyKey: expect.stringMatching(/^[0-9a-f]{32}$/),
      },
    ]);

    await user.click(
      within(dialog).getAllByRole('button', { name: 'Close' })[1],
    );
    server.change('deployments.status', {
      ...troubledFleet()['deployments.status'],
      rows: [{ ...cart, replicas: 5, status: 'Progressing' }],
    });
    expect(await screen.findByText('3/5')).toBeVisible();
  });

  it('cannot be confirmed before the preview, nor after the number was changed', async () => {
    const user = userEvent.setup();
    renderFleet(server);
    const dialog = await openDialog(user);
    const confirm = () =>
      within(dialog).getByRole('button', { name: /^Scale to/ });

    expect(confirm()).toBeDisabled();
    await user.click(within(dialog).getByRole('button', { name: 'Preview' }));
    await waitFor(() => expect(confirm()).toBeEnabled());

    const replicas = within(dialog).getByRole('textbox', { name: 'Replicas' });
    await user.clear(replicas);
    await user.type(replicas, '9');
    await user.tab();
    expect(confirm()).toBeDisabled();
    expect(confirm()).toHaveTextContent('Scale to 9');
    expect(within(dialog).queryByText(preview.sentence)).toBeNull();
  });

  it('works with the keyboard alone and gives the focus back', async () => {
    const user = userEvent.setup();
    renderFleet(server);
    const opener = await screen.findByRole('button', {
      name: 'Scale cart-api',
    });
    await waitFor(() => expect(opener).not.toHaveAttribute('aria-disabled'));
    opener.focus();
    await user.keyboard('{Enter}');

    const dialog = await screen.findByRole('dialog');
    const replicas = within(dialog).getByRole('textbox', { name: 'Replicas' });
    await waitFor(() => expect(replicas).toHaveFocus());
    await user.keyboard('{Control>}a{/Control}5{Enter}');
    expect(await within(dialog).findByText(preview.sentence)).toBeVisible();

    const confirm = within(dialog).getByRole('button', { name: 'Scale to 5' });
    for (let i = 0; i < 12 && document.activeElement !== confirm; i++) {
      await user.tab();
    }
    expect(confirm).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(await within(dialog).findByText('Done')).toBeVisible();

    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await waitFor(() => expect(opener).toHaveFocus());
  });

  it('does not close by a click beside it', async () => {
    const user = userEvent.setup();
    renderFleet(server);
    const dialog = await openDialog(user);

    await user.click(document.body);

    expect(dialog).toBeVisible();
  });

  it('confirms the newest version of the object while the effect is the same', async () => {
    const user = userEvent.setup();
    renderFleet(server);
    const dialog = await askForFive(user);
    await within(dialog).findByText(preview.sentence);

    server.previewAnswers({
      ...preview,
      target: { ...preview.target, resourceVersion: '77' },
    });
    await user.click(
      within(dialog).getByRole('button', { name: 'Scale to 5' }),
    );

    expect(await within(dialog).findByText('Done')).toBeVisible();
    expect(server.runs.map(run => run.body)).toEqual([
      expect.objectContaining({ uid: 'd1', resourceVersion: '77' }),
    ]);
  });

  it('does nothing when the effect has become another one, and shows that', async () => {
    const user = userEvent.setup();
    renderFleet(server);
    const dialog = await askForFive(user);
    await within(dialog).findByText(preview.sentence);

    server.previewAnswers({
      ...preview,
      sentence: 'Scale Deployment cart-api from 12 to 5 replicas',
      changes: [{ path: 'spec.replicas', before: 12, after: 5 }],
    });
    await user.click(
      within(dialog).getByRole('button', { name: 'Scale to 5' }),
    );

    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      'The object has changed since the previewNothing was done. This is what would change now; confirm it again if you want it.',
    );
    expect(
      within(dialog).getByText(
        'Scale Deployment cart-api from 12 to 5 replicas',
      ),
    ).toBeVisible();
    expect(server.runs).toEqual([]);

    await user.click(
      within(dialog).getByRole('button', { name: 'Scale to 5' }),
    );
    expect(await within(dialog).findByText('Done')).toBeVisible();
  });

  it('says that the object has changed, and previews anew', async () => {
    const user = userEvent.setup();
    server.answerRun = () =>
      errorResponse(409, 'ConflictError', 'Deployment cart-api has changed');
    renderFleet(server);
    const dialog = await askForFive(user);
    await user.click(
      await within(dialog).findByRole('button', { name: 'Scale to 5' }),
    );

    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      'The object has changed since the previewNothing was done. Preview again to see what would change now.Deployment cart-api has changed',
    );
    expect(
      within(dialog).getByRole('button', { name: 'Scale to 5' }),
    ).toBeDisabled();

    server.answerRun = () => HttpResponse.json(succeeded);
    await user.click(
      within(dialog).getByRole('button', { name: 'Preview again' }),
    );
    await waitFor(() =>
      expect(
        within(dialog).getByRole('button', { name: 'Scale to 5' }),
      ).toBeEnabled(),
    );
    await user.click(
      within(dialog).getByRole('button', { name: 'Scale to 5' }),
    );
    expect(await within(dialog).findByText('Done')).toBeVisible();
    const [first, second] = server.runs;
    expect(first.idempotencyKey).not.toBe(second.idempotencyKey);
  });

  it('names the permission when the place is denied', async () => {
    const user = userEvent.setup();
    server.answerPreview = () =>
      errorResponse(403, 'NotAllowedError', 'Not in shop');
    renderFleet(server);
    const dialog = await askForFive(user);

    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      /You may not do this.*fleet\.action\.workload\.scale.*Not in shop/,
    );
    expect(server.runs).toEqual([]);
  });

  it('says that nobody knows when no answer came, and asks again with the same key', async () => {
    const user = userEvent.setup();
    server.answerRun = () => HttpResponse.error();
    renderFleet(server);
    const dialog = await askForFive(user);
    await user.click(
      await within(dialog).findByRole('button', { name: 'Scale to 5' }),
    );

    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      'It is not known whether it was doneThe answer did not arrive. Asking again is safe: it runs at most once.',
    );
    server.answerRun = () => HttpResponse.json(succeeded);
    await user.click(within(dialog).getByRole('button', { name: 'Ask again' }));

    expect(await within(dialog).findByText('Done')).toBeVisible();
    expect(new Set(server.runs.map(run => run.idempotencyKey)).size).toBe(1);
  });

  it('tells an outcome that is not known to the cluster either', async () => {
    const user = userEvent.setup();
    server.answerRun = () =>
      HttpResponse.json({
        ...succeeded,
        status: 'unknown',
        message: 'eu-west stopped answering.',
      });
    renderFleet(server);
    const dialog = await askForFive(user);
    await user.click(
      await within(dialog).findByRole('button', { name: 'Scale to 5' }),
    );

    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      'It is not known whether it was doneeu-west stopped answering.Audit record a-1',
    );
  });

  it('shows the button with the reason to those who may not scale', async () => {
    const user = userEvent.setup();
    server.whoami = { ...whoami, actions: [] };
    renderFleet(server);
    const button = await screen.findByRole('button', {
      name: 'Scale cart-api',
    });

    await waitFor(() =>
      expect(button).toHaveAttribute(
        'title',
        'You may not do this. It needs the permission fleet.action.workload.scale.',
      ),
    );
    expect(button).toHaveAttribute('aria-disabled', 'true');
    await user.click(button);
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});
