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

import { PageShown } from '@quarterdeck/backstage-plugin-fleet-react';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DashboardContent } from '@quarterdeck/backstage-plugin-fleet-common';
import { useLayoutHistory } from './useLayoutHistory';

/** A dashboard with so many figures. */
function content(figures: number): DashboardContent {
  const stats = Array.from({ length: figures }, (_, index) => ({
    block: `b${index}`,
    display: 'number' as const,
  }));
  return { cards: [], stats };
}

function Page() {
  const history = useLayoutHistory(content(0));
  const figures = history.content.stats.length;
  return (
    <>
      <p>{figures} figures</p>
      <button onClick={() => history.change(content(figures + 1))}>More</button>
      <button disabled={!history.canUndo} onClick={history.undo}>
        Undo
      </button>
      <button disabled={!history.canRedo} onClick={history.redo}>
        Redo
      </button>
      <input aria-label="Title" />
      <div role="dialog" aria-label="Settings">
        <button>Save</button>
      </div>
    </>
  );
}

describe('useLayoutHistory', () => {
  it.each([
    ['{Control>}z{/Control}', '{Control>}{Shift>}z{/Shift}{/Control}'],
    ['{Meta>}z{/Meta}', '{Meta>}{Shift>}z{/Shift}{/Meta}'],
    ['{Control>}z{/Control}', '{Control>}y{/Control}'],
  ])('undoes by %s and does again by %s', async (undo, redo) => {
    const user = userEvent.setup();
    render(<Page />);
    await user.click(screen.getByRole('button', { name: 'More' }));
    await user.click(screen.getByRole('button', { name: 'More' }));
    screen.getByText('2 figures');
    await user.keyboard(undo);
    await user.keyboard(undo);
    screen.getByText('0 figures');
    expect(screen.getByRole('button', { name: 'Undo' })).toBeDisabled();
    await user.keyboard(redo);
    screen.getByText('1 figures');
    expect(screen.getByRole('button', { name: 'Redo' })).toBeEnabled();
  });

  it('undoes nothing on a page that is kept hidden', async () => {
    const user = userEvent.setup();
    const page = (shown: boolean) => (
      <PageShown shown={shown}>
        <Page />
      </PageShown>
    );
    const { rerender } = render(page(true));
    await user.click(screen.getByRole('button', { name: 'More' }));
    rerender(page(false));
    await user.keyboard('{Control>}z{/Control}');
    expect(screen.getByText('1 figures')).toBeVisible();
  });

  it.each([
    ['a text field', 'textbox', 'Title'],
    ['a dialog', 'button', 'Save'],
  ])('leaves the keys to %s that has the focus', async (_what, role, name) => {
    const user = userEvent.setup();
    render(<Page />);
    await user.click(screen.getByRole('button', { name: 'More' }));
    await user.click(screen.getByRole(role, { name }));
    await user.keyboard('{Control>}z{/Control}');
    expect(screen.getByText('1 figures')).toBeVisible();
  });
});
