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

import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  axeFindings,
  cardOf,
  choose,
  renderCard,
} from '../__testUtils__/renderCard';
import { fullCoverage, shipView } from '../__testUtils__/shipView';
import { ViewCard } from '../ViewCard';

function ShipsCard() {
  return (
    <ViewCard
      view={shipView({
        status: 'error',
        error: new Error('Storm'),
        coverage: {
          ...fullCoverage,
          answered: 1,
          failed: [
            {
              cluster: 'secret-cluster',
              reason: 'unreachable',
              message: 'connect ETIMEDOUT 10.0.0.1:6443',
            },
          ],
        },
      })}
    >
      {() => <p>Two ships</p>}
    </ViewCard>
  );
}

describe('the report of a problem', () => {
  it('tells of the card but not of the clusters, and can be completed and copied', async () => {
    const user = userEvent.setup();
    const copied = jest.spyOn(navigator.clipboard, 'writeText');
    await renderCard({ card: cardOf(ShipsCard) });
    await screen.findByText('Two ships');

    await choose('Report a problem');
    const dialog = await screen.findByRole('dialog', {
      name: 'Report a problem',
    });
    const report = screen.getByRole<HTMLTextAreaElement>('textbox', {
      name: 'Report',
    });
    expect(report.value).toMatch(/^Card: Ships \(fleet-card:test\/ships\)$/m);
    expect(report.value).toMatch(/^View: test\.ships$/m);
    expect(report.value).toMatch(
      /^Clusters: 1 of 2 clusters answered, 1 × unreachable$/m,
    );
    expect(report.value).toMatch(/^Last error: Error: Storm$/m);
    expect(report.value).toMatch(/^Browser: Mozilla/m);
    expect(report.value).not.toMatch(/secret-cluster|10\.0\.0\.1/);
    expect(await axeFindings(dialog)).toEqual([]);

    await user.type(report, 'It sank. ', { initialSelectionStart: 0 });
    await user.click(screen.getByRole('button', { name: 'Copy report' }));
    expect(copied).toHaveBeenCalledWith(
      expect.stringMatching(/^It sank\. What happened:/),
    );
    expect(
      screen.queryByRole('link', { name: 'Open support' }),
    ).not.toBeInTheDocument();
  });

  it('leads to the support of the portal, where it has one', async () => {
    await renderCard(
      { card: cardOf(ShipsCard) },
      { config: { app: { support: { url: 'https://help.test/new' } } } },
    );
    await screen.findByText('Two ships');

    await choose('Report a problem');
    expect(
      await screen.findByRole('link', { name: 'Open support' }),
    ).toHaveAttribute('href', 'https://help.test/new');
  });
});
