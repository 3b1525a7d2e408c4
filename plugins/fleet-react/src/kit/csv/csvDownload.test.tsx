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

import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse } from 'msw';
import { Harbour, harbourView } from '../FleetGrid/__testUtils__/Harbour';
import { FleetTable } from '../FleetTable/FleetTable';
import { FleetTableColumn } from '../FleetTable/FleetTableColumn';
import { useTableView } from '../FleetTable/useTableView';
import { cardOf, choose, renderCard } from '../__testUtils__/renderCard';
import { Ship, shipView } from '../__testUtils__/shipView';
import { ViewCard } from '../ViewCard';

const columns: FleetTableColumn<Ship>[] = [
  { id: 'name', header: 'Name', render: ship => ship.id },
  {
    id: 'knots',
    header: 'Knots',
    sort: 'knots',
    descendingFirst: true,
    render: ship => ship.knots,
  },
];

function LocalCard() {
  return (
    <ViewCard
      view={shipView({
        rows: [
          { id: '=HYPERLINK("//evil")', knots: -2 },
          { id: 'ark', knots: 3 },
        ],
      })}
    >
      {({ rows }) => (
        <FleetTable
          label="Ships"
          columns={columns}
          rows={rows}
          rowKey={ship => ship.id}
        />
      )}
    </ViewCard>
  );
}

function HarbourCard() {
  const { view, window } = useTableView(harbourView, { flag: 'blue' });
  return (
    <ViewCard view={view}>
      {({ rows, total }) => (
        <FleetTable
          label="Ships"
          columns={columns}
          rows={rows}
          rowKey={harbourView.key}
          total={total}
          window={window}
        />
      )}
    </ViewCard>
  );
}

interface SavedFile {
  name: string;
  text: string;
}

describe('a card as a file', () => {
  let saved: Promise<SavedFile>[];

  beforeEach(() => {
    saved = [];
    const blobs = new Map<string, Blob>();
    URL.createObjectURL = blob => {
      blobs.set(`blob:${blobs.size}`, blob as Blob);
      return `blob:${blobs.size - 1}`;
    };
    URL.revokeObjectURL = () => {};
    jest
      .spyOn(HTMLAnchorElement.prototype, 'click')
      .mockImplementation(function click(this: HTMLAnchorElement) {
        const name = this.download;
        const blob = blobs.get(this.href)!;
        saved.push(
          blob
            .text()
            // Some readers take the mark for a part of the text.
            .then(text => ({ name, text: text.replace(/^\uFEFF/, '') })),
        );
      });
  });

  afterEach(() => jest.restoreAllMocks());

  it('has the rows that are shown, and no formula', async () => {
    await renderCard({ card: cardOf(LocalCard, { title: 'Ships & boats' }) });
    await screen.findByRole('table', { name: 'Ships' });

    await choose('Download as CSV', 'Ships & boats');
    expect(await screen.findByText('Saved 2 rows')).toBeVisible();
    const { name, text } = await saved[0];
    expect(name).toMatch(/^ships-boats-\d{4}-\d\d-\d\d-\d{4}\.csv$/);
    expect(text).toBe(`id,knots\r\n"'=HYPERLINK(""//evil"")",-2\r\nark,3\r\n`);
  });

  it('has of rows that are searched in the browser those that were found', async () => {
    await renderCard({ card: cardOf(LocalCard) });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Search in Ships' }),
    );
    await userEvent.keyboard('ark');
    await waitFor(() => expect(screen.getAllByRole('row')).toHaveLength(2));

    await choose('Download as CSV');
    await waitFor(() => expect(saved).toHaveLength(1));
    expect((await saved[0]).text).toBe('id,knots\r\nark,3\r\n');
  });

  describe('of a collection', () => {
    let harbour: Harbour;

    async function render(ships: number) {
      harbour = new Harbour(ships);
      await renderCard(
        { card: cardOf(HarbourCard, { view: harbourView }) },
        { client: harbour.client },
      );
      await harbour.open();
      await screen.findByRole('table', { name: 'Ships' });
    }

    afterEach(() => harbour.close());

    it('has all rows that match, in the order and by the question of the card', async () => {
      await render(1234);
      await userEvent.click(screen.getByRole('button', { name: /^Knots/ }));
      await userEvent.click(
        screen.getByRole('button', { name: 'Search in Ships' }),
      );
      await userEvent.keyboard('ship-1');
      expect(await screen.findByTitle('345 in all')).toBeVisible();

      await choose('Download as CSV');
      expect(await screen.findByText('Saved 345 rows')).toBeVisible();
      const lines = (await saved[0]).text.split('\r\n');
      expect(lines).toHaveLength(345 + 2);
      expect(lines[1]).toMatch(/^ship-1\d*,29$/);
      expect(harbour.server.requests.map(({ line }) => line)).toEqual([
        'GET /views/test.harbour?params={"flag":"blue"}&offset=0&limit=500&sort=knots&descending=true&search=ship-1',
      ]);
    });

    it('says how far it is and where it ends', async () => {
      await render(10_600);
      const { answer } = harbour.server;
      let goOn = () => {};
      const third = new Promise<void>(resolve => {
        goOn = resolve;
      });
      harbour.server.answer = async line => {
        if (line.includes('offset=1000')) await third;
        return answer(line);
      };

      await choose('Download as CSV');
      expect(await screen.findByText('1,000 of 10,000 rows')).toBeVisible();
      goOn();
      expect(
        await screen.findByText(/^Saved the first 10,000 of 10,600 rows\./),
      ).toBeVisible();
      expect((await saved[0]).text.split('\r\n')).toHaveLength(10_002);
      expect(harbour.server.requests).toHaveLength(20);
    });

    it('is given up when it is not wanted any more', async () => {
      await render(1234);
      harbour.server.answer = () => new Promise<Response>(() => {});

      await choose('Download as CSV');
      expect(await screen.findByText('Asking for all rows')).toBeVisible();
      await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
      expect(screen.queryByText('Asking for all rows')).toBeNull();
      expect(saved).toEqual([]);
    });

    it('says why it could not be read', async () => {
      await render(1234);
      harbour.server.answer = () =>
        HttpResponse.json(
          { error: { name: 'NotAllowedError', message: 'Not any more' } },
          { status: 403 },
        );

      await choose('Download as CSV');
      expect(
        await screen.findByText(/^The rows could not be read: .*403/),
      ).toBeVisible();
      expect(saved).toEqual([]);
    });
  });
});
