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

/**
 * @jest-environment-options {"customExportConditions": [""]}
 */

import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { z } from 'zod';
import {
  cardSetting,
  clusterSelection,
  namespaceSelection,
  rowLimit,
  threshold,
} from '../../cards/cardSettings';
import { useCardConfig } from '../../cards/FleetCardContext';
import { useView } from '../../hooks/useView';
import { FleetScope } from '../../scope/FleetScope';
import {
  axeFindings,
  cardOf,
  choose,
  renderCard,
  shipsView,
} from '../__testUtils__/renderCard';
import { ServedViews } from '../__testUtils__/ServedViews';
import { ViewCard } from '../ViewCard';

const configSchema = z.object({
  clusters: clusterSelection,
  namespaces: namespaceSelection,
  rows: rowLimit({ default: 20, most: 100 }),
  tooSlow: threshold({ default: 5, unit: 'knots', hint: 'Slower is told of.' }),
  flag: cardSetting(z.enum(['red', 'deepBlue']).default('red'), {
    label: 'Flag',
    options: { red: 'Scarlet' },
  }),
  lights: z.boolean().default(true),
  ports: z.array(z.string()).max(2).default([]),
});

function ShipsCard() {
  const { flag, rows, lights } = useCardConfig(configSchema);
  const view = useView(shipsView);
  return (
    <ViewCard view={view}>
      {() => <p>{`${flag} ${rows} ${lights}`}</p>}
    </ViewCard>
  );
}

const base = cardOf(ShipsCard, {
  configSchema,
  config: configSchema.parse({ rows: 30 }),
});

describe('the settings of a card', () => {
  let server: ServedViews;
  const configure = jest.fn();

  beforeEach(() => {
    configure.mockReset();
    server = new ServedViews({
      'test.ships': [{ id: 'ark' }],
      'clusters.health': [
        { cluster: 'eu-west', title: 'Europe' },
        { cluster: 'us-east', title: 'America' },
      ],
      'namespaces.overview': [
        { cluster: 'eu-west', namespace: 'shop' },
        { cluster: 'us-east', namespace: 'shop' },
      ],
    });
  });

  afterEach(() => server.close());

  async function render(
    placed: { title?: string; config?: Record<string, unknown> } = {},
    options: Parameters<typeof renderCard>[1] = {},
  ) {
    await renderCard(
      { card: base, ...placed },
      { host: { configure }, client: server.client, ...options },
    );
  }

  async function openForm(title?: string) {
    await choose('Configure', title);
    return within(
      await screen.findByRole('dialog', { name: 'Configure Ships' }),
    );
  }

  it('are a form by the schema, of which what was changed is kept', async () => {
    await render();
    await server.open();
    await screen.findByText('red 30 true');
    const form = await openForm();
    expect(await axeFindings(screen.getByRole('dialog'))).toEqual([]);

    await userEvent.type(form.getByRole('textbox', { name: 'Title' }), 'Mine');
    const rows = form.getByRole('textbox', { name: /^Rows/ });
    expect(rows).toHaveValue('30');
    await userEvent.clear(rows);
    await userEvent.type(rows, '50');
    await userEvent.click(form.getByRole('switch', { name: 'Lights' }));
    await userEvent.type(
      form.getByRole('textbox', { name: 'Ports' }),
      'Delft, Riga',
    );
    expect(form.getByText('Slower is told of.')).toBeVisible();
    await userEvent.click(form.getByRole('button', { name: /Scarlet.*Flag/ }));
    await userEvent.click(
      await screen.findByRole('option', { name: 'Deep blue' }),
    );
    await userEvent.click(form.getByRole('button', { name: 'Save' }));

    expect(configure).toHaveBeenCalledWith({
      title: 'Mine',
      config: {
        rows: 50,
        lights: false,
        ports: ['Delft', 'Riga'],
        flag: 'deepBlue',
      },
    });
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('pick clusters and namespaces from those that the fleet has', async () => {
    await render({ config: { clusters: ['gone'] } });
    await server.open();
    const form = await openForm();

    await userEvent.click(form.getByRole('button', { name: /Clusters/ }));
    expect(
      (await screen.findAllByRole('option')).map(it => it.textContent),
    ).toEqual(['America', 'Europe', 'gone']);
    await userEvent.click(screen.getByRole('option', { name: 'gone' }));
    await userEvent.click(screen.getByRole('option', { name: 'Europe' }));
    await userEvent.keyboard('{Escape}');
    await userEvent.click(form.getByRole('button', { name: /Namespaces/ }));
    await userEvent.click(await screen.findByRole('option', { name: 'shop' }));
    await userEvent.keyboard('{Escape}');
    expect(server.asked('namespaces.overview')?.scope).toEqual({
      clusters: ['eu-west'],
    });
    await userEvent.click(form.getByRole('button', { name: 'Save' }));

    expect(configure).toHaveBeenCalledWith({
      title: undefined,
      config: { clusters: ['eu-west'], namespaces: ['shop'] },
    });
  });

  it('are not saved while they are wrong', async () => {
    await render();
    await server.open();
    const form = await openForm();

    await userEvent.type(
      form.getByRole('textbox', { name: 'Ports' }),
      'Delft, Riga, Bergen',
    );
    expect(
      form.getByRole('textbox', { name: 'Ports' }),
    ).toHaveAccessibleDescription(/expected array to have <=2 items/);
    expect(form.getByRole('button', { name: 'Save' })).toBeDisabled();
  });

  it('go back to the default', async () => {
    await render({ title: 'Mine', config: { rows: 50, flag: 'deepBlue' } });
    await server.open();
    await screen.findByText('deepBlue 50 true');
    const form = await openForm('Mine');

    expect(form.getByRole('textbox', { name: 'Title' })).toHaveValue('Mine');
    await userEvent.click(
      form.getByRole('button', { name: 'Reset to default' }),
    );
    expect(form.getByRole('textbox', { name: /^Rows/ })).toHaveValue('30');
    await userEvent.click(form.getByRole('button', { name: 'Save' }));
    expect(configure).toHaveBeenCalledWith({ title: undefined, config: {} });
  });

  it('can be set right when the card cannot be drawn with them', async () => {
    await render({ config: { rows: 1000 } });

    expect(await screen.findByRole('alert')).toHaveTextContent(
      /configuration of this card is not valid.*Choose Configure.*rows/,
    );
    const form = await openForm();
    await userEvent.click(
      form.getByRole('button', { name: 'Reset to default' }),
    );
    await userEvent.click(form.getByRole('button', { name: 'Save' }));
    expect(configure).toHaveBeenCalledWith({ title: undefined, config: {} });
  });

  it('limit the views of a card to clusters and namespaces, of those of the page', async () => {
    await render(
      { config: { clusters: ['eu-west', 'us-east'], namespaces: ['shop'] } },
      {
        around: slot => (
          <FleetScope clusters={['us-east', 'ap-south']}>{slot}</FleetScope>
        ),
      },
    );
    await server.open();
    await screen.findByText('red 30 true');

    expect(server.asked('test.ships')?.scope).toEqual({
      clusters: ['us-east'],
      namespaces: ['shop'],
    });
  });

  it('say when they leave nothing of the page', async () => {
    await render(
      { config: { clusters: ['eu-west'] } },
      {
        around: slot => <FleetScope clusters={['us-east']}>{slot}</FleetScope>,
      },
    );

    expect(await screen.findByText('Nothing of this page')).toBeVisible();
  });
});
