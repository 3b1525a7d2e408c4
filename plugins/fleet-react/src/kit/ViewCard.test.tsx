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

import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { ViewState } from '../client/ViewState';
import { fullCoverage, Ship, shipView } from './__testUtils__/shipView';
import { ViewCard } from './ViewCard';

async function renderCard(view: ViewState<Ship, object>) {
  await renderInTestApp(
    <ViewCard
      view={view}
      title="Ships"
      permission="test.ships.read"
      empty={{ title: 'No ship', text: 'Build one.', good: true }}
    >
      {({ rows }) => {
        if (rows.some(ship => ship.knots < 0)) throw new Error('Aground');
        return (
          <ul aria-label="Ships">
            {rows.map(ship => (
              <li key={ship.id}>{ship.id}</li>
            ))}
          </ul>
        );
      }}
    </ViewCard>,
  );
  return screen.getByRole('region', { name: 'Ships' });
}

async function expectNoAxeViolations(element: HTMLElement) {
  const { violations } = await axe.run(element, {
    rules: { 'color-contrast': { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => [id, nodes[0].html])).toEqual([]);
}

describe('ViewCard', () => {
  it('shows the content with its count and age', async () => {
    const card = await renderCard(shipView({ asOf: Date.now() - 12_400 }));

    expect(
      within(card)
        .getAllByRole('listitem')
        .map(item => item.textContent),
    ).toEqual(['ark', 'beagle']);
    expect(within(card).getByRole('heading', { level: 2 })).toHaveTextContent(
      'Ships',
    );
    expect(within(card).getByTitle('2 in all')).toBeVisible();
    expect(
      within(card).getByRole('img', { name: /^Updated 1[23]\ss ago$/ }),
    ).toBeVisible();
    expect(within(card).queryByRole('contentinfo')).toBeNull();
    await expectNoAxeViolations(card);
  });

  it('says that it is refreshing, and refreshes when asked', async () => {
    const refresh = jest.fn();
    const card = await renderCard(shipView({ refreshing: true, refresh }));

    expect(card).toHaveAttribute('aria-busy', 'true');
    expect(
      within(card).getByRole('img', { name: /^Refreshing\. Updated/ }),
    ).toBeVisible();
    await userEvent.click(
      within(card).getByRole('button', { name: 'Refresh Ships' }),
    );
    expect(refresh).toHaveBeenCalledTimes(1);
  });

  it('explains data that is older than five minutes and not live', async () => {
    const card = await renderCard(
      shipView({ asOf: Date.now() - 6 * 60_000 - 2_000, transport: 'offline' }),
    );

    const freshness = within(card).getByRole('img', {
      name: /^Updated 6\sm ago$/,
    });
    expect(freshness).toHaveTextContent('Offline');
    await userEvent.tab();
    await userEvent.tab();
    await userEvent.tab();
    expect(freshness).toHaveFocus();
    expect(await screen.findByRole('tooltip')).toHaveTextContent(
      /Older than five minutes\.\s*The backend does not answer: this is the last that was known\./,
    );
  });

  it('shows grey bars after a moment while loading', async () => {
    const card = await renderCard(
      shipView({ status: 'loading', rows: [], coverage: undefined }),
    );

    expect(card).toHaveAttribute('aria-busy', 'true');
    expect(within(card).queryByTestId('card-skeleton')).toBeNull();
    expect(await within(card).findByTestId('card-skeleton')).toBeVisible();
    expect(within(card).queryByRole('img')).toBeNull();
  });

  it('says why there is nothing, and that it is good news', async () => {
    const card = await renderCard(shipView({ rows: [] }));

    expect(card).toHaveTextContent('●●No shipBuild one.');
  });

  it('does not call nothing good news while clusters are missing', async () => {
    const now = Date.now();
    const card = await renderCard(
      shipView({
        rows: [],
        asOf: now,
        coverage: {
          asked: 3,
          answered: 1,
          failed: [
            {
              cluster: 'eu-west',
              reason: 'unreachable',
              message: 'connect ETIMEDOUT',
              lastContact: -1_000 - 3 * 60_000,
            },
            { cluster: 'us-east', reason: 'not-installed', message: 'none' },
          ],
          limited: { visibleNamespaces: 3, namespaces: 40 },
          // The backend's clock is far behind: ages must not be reckoned across clocks.
          asOf: 1_000,
          demo: true,
        },
      }),
    );

    expect(card).toHaveTextContent(
      'No shipNothing in the clusters that answered.',
    );
    expect(card).not.toHaveTextContent('●●No ship');
    const footer = within(card).getByText(/eu-west unreachable/);
    expect(footer).toHaveTextContent(
      /eu-west unreachable, data from 3\sm ago$/,
    );
    expect(
      within(card).getByRole('img', { name: 'us-east' }),
    ).toHaveTextContent('not installed in 1');
    expect(within(card).getByText('3 of 40 namespaces')).toBeVisible();
    const badge = within(card).getByRole('img', { name: '1 missing' });
    await userEvent.tab();
    while (document.activeElement !== badge) await userEvent.tab();
    expect(await screen.findByRole('tooltip')).toHaveTextContent(
      /^eu-west unreachable, data from 3\sm ago$/,
    );
    expect(
      within(card).getByRole('img', {
        name: 'Demo. Some of these clusters are simulated.',
      }),
    ).toBeVisible();
    await expectNoAxeViolations(card);
  });

  it('does not take silence of all clusters for nothing', async () => {
    const card = await renderCard(
      shipView({
        rows: [],
        coverage: {
          ...fullCoverage,
          answered: 0,
          failed: [
            { cluster: 'eu-west', reason: 'syncing', message: 'listing' },
            { cluster: 'us-east', reason: 'dns', message: 'ENOTFOUND' },
          ],
        },
      }),
    );

    expect(card).toHaveTextContent('No cluster has answered yet');
    expect(card).not.toHaveTextContent('No ship');
  });

  it('names the permission when denied, and shows no rows', async () => {
    const card = await renderCard(
      shipView({ status: 'denied', error: new Error('Not for you') }),
    );

    expect(card).toHaveTextContent(
      'You may not see thisIt needs the permission test.ships.read. Ask an administrator of the portal for it.',
    );
    expect(within(card).getByText('Error: Not for you')).toBeVisible();
    expect(within(card).queryByRole('list')).toBeNull();
  });

  it('keeps the last rows when they cannot be brought up to date', async () => {
    const card = await renderCard(
      shipView({ status: 'error', error: new Error('Storm') }),
    );

    expect(within(card).getByRole('alert')).toHaveTextContent(
      'This could not be brought up to date; below is the last that was known.',
    );
    expect(within(card).getAllByRole('listitem')).toHaveLength(2);
  });

  it('tells an error with details to copy when there is nothing to show', async () => {
    const user = userEvent.setup();
    const copied = jest.spyOn(navigator.clipboard, 'writeText');
    const refresh = jest.fn();
    const card = await renderCard(
      shipView({
        status: 'error',
        rows: [],
        error: new Error('Storm'),
        refresh,
      }),
    );

    expect(within(card).getByRole('alert')).toHaveTextContent(
      'This could not be loaded',
    );
    await user.click(
      within(card).getByRole('button', { name: 'Copy details' }),
    );
    expect(copied).toHaveBeenCalledWith('Error: Storm');
    expect(
      await within(card).findByRole('button', { name: 'Copied' }),
    ).toBeVisible();
    await user.click(within(card).getByRole('button', { name: 'Try again' }));
    expect(refresh).toHaveBeenCalledTimes(1);
    await expectNoAxeViolations(card);
  });

  it('keeps an error of the content inside the card', async () => {
    const consoleError = jest
      .spyOn(console, 'error')
      .mockImplementation(() => {});

    const card = await renderCard(
      shipView({ rows: [{ id: 'ark', knots: -1 }] }),
    );

    expect(within(card).getByRole('alert')).toHaveTextContent(
      /This card failed.*Error: Aground/,
    );
    expect(within(card).getByTitle('1 in all')).toBeVisible();
    consoleError.mockRestore();
  });
});
