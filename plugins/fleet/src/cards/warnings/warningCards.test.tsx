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

import { axeFindings } from '../../__testUtils__/axeFindings';
import { FleetTestServer } from '../../__testUtils__/FleetTestServer';
import {
  answer,
  cardOf,
  cellsOf,
  renderCard,
} from '../__testUtils__/renderCard';

const MINUTE = 60_000;
const now = Date.now();

const part = (cluster: string, events: number) => ({
  cluster,
  events,
  occurrences: events,
  first: now - 50 * MINUTE,
  last: now - 2 * MINUTE,
});

describe('cards of warnings', () => {
  let server: FleetTestServer;

  beforeEach(() => {
    server = new FleetTestServer();
    server.start();
    server.views = {
      'events.warnings': answer(
        [
          {
            ...part('', 12),
            cluster: undefined,
            reason: 'FailedScheduling',
            occurrences: 1_240,
            objectKinds: ['Pod'],
            message: '<b>0/8 nodes</b> are available',
            clusters: [part('eu-west', 9), part('us-east', 2), part('ap', 1)],
          },
        ],
        { events: 12, occurrences: 1_240 },
      ),
      'events.shared': answer(
        [
          {
            ...part('', 5),
            cluster: undefined,
            reason: 'FailedMount',
            objectKind: 'Pod',
            message: 'volume "data-*" timed out',
            clusters: [part('eu-west', 3), part('us-east', 2)],
          },
        ],
        { clusters: 2 },
      ),
    };
  });

  afterEach(() => server.stop());

  it('by reason say how many, how often, where and when', async () => {
    const { container } = renderCard(server, 'warning-events', { hours: 2 });
    const card = await cardOf('Warning events');
    expect(server.asked('events.warnings')?.params).toEqual({
      minutes: 120,
    });
    expect(
      cellsOf(card.getByRole('table', { name: 'Warning events' })),
    ).toEqual([
      [
        'FailedScheduling',
        '<b>0/8 nodes</b> are available',
        expect.stringMatching(/eu-west.*us-east.*\+1/),
        '12',
        '1,240',
        '2m',
      ],
    ]);
    expect(await axeFindings(container)).toEqual([]);
  });

  it('that are shared say in which clusters, since when and how many', async () => {
    const { container } = renderCard(server, 'shared-warnings', { atLeast: 2 });
    const card = await cardOf('Shared warnings');
    const [cells] = cellsOf(
      card.getByRole('table', { name: 'Shared warnings' }),
    );
    expect(cells).toEqual([
      '2',
      expect.stringMatching(/eu-west.*us-east/),
      'FailedMount pod · volume "data-*" timed out',
      '5',
      '50m',
      '2m',
    ]);
    expect(await axeFindings(container)).toEqual([]);
  });

  it('say so when there is none', async () => {
    server.views['events.shared'] = answer([], { clusters: 0 });
    renderCard(server, 'shared-warnings', { atLeast: 3 });
    const card = await cardOf('Shared warnings');
    expect(
      card.getByText('No two warnings are the same in 3 clusters.'),
    ).toBeVisible();
  });
});
