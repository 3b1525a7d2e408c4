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
  eventsTimelineView,
  sharedWarningsView,
  warningReasonsView,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { viewsOfTwoClusters } from './__testUtils__/viewsOfTwoClusters';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('views of warnings', () => {
  let fleet: ReturnType<typeof viewsOfTwoClusters>;
  let now: number;

  beforeEach(() => {
    fleet = viewsOfTwoClusters();
    fleet.pass(100 * HOUR);
    now = 1_000_000 + 100 * HOUR;
  });

  afterEach(() => fleet.stop());

  const event = (uid: string, fields: object = {}) => ({
    uid,
    type: 'Warning',
    reason: 'BackOff',
    message: 'Back-off restarting',
    objectKind: 'Pod',
    objectName: 'p',
    count: 1,
    first: now - 10 * MINUTE,
    last: now - MINUTE,
    ...fields,
  });

  it('group them by reason over all clusters, as many as the timeline counts', async () => {
    fleet.put(
      'events',
      event('1', { count: 40 }),
      event('2', { cluster: 'b', last: now, message: 'newest' }),
      event('3', { cluster: 'b', objectKind: 'Job' }),
      event('4', { reason: 'Failed' }),
      event('5', { type: 'Normal' }),
      event('6', { last: now - 3 * HOUR }),
      event('7', { namespace: 'hidden', reason: 'Secret' }),
    );
    const { rows, summary } = await fleet.read(warningReasonsView.id);
    const figures = { first: now - 10 * MINUTE, last: now - MINUTE };
    expect(rows).toEqual([
      {
        reason: 'BackOff',
        events: 3,
        occurrences: 42,
        first: now - 10 * MINUTE,
        last: now,
        objectKinds: ['Job', 'Pod'],
        message: 'newest',
        clusters: [
          { cluster: 'b', events: 2, occurrences: 2, ...figures, last: now },
          { cluster: 'a', events: 1, occurrences: 40, ...figures },
        ],
      },
      expect.objectContaining({ reason: 'Failed', events: 1 }),
    ]);
    expect(summary).toEqual({ events: 4, occurrences: 43 });
    const timeline = await fleet.read(eventsTimelineView.id);
    expect(timeline.summary.reasons).toEqual(
      rows.map(({ reason, events }: any) => ({ reason, events })),
    );
  });

  it('find what several clusters report in the same words', async () => {
    const failedMount = (volume: string) => ({
      reason: 'FailedMount',
      message: `MountVolume.SetUp failed for volume "data-${volume}"`,
    });
    fleet.put(
      'events',
      event('1', { first: now - 9 * MINUTE }),
      event('2', { ...failedMount('x7k2p'), objectName: 'db-0' }),
      event('3', { cluster: 'b', ...failedMount('q9z4m') }),
      event('4', { cluster: 'b', ...failedMount('h2w8d') }),
      event('5', { cluster: 'b', message: 'something else' }),
      event('6', { cluster: 'b', objectKind: 'Job' }),
    );
    const { rows, summary } = await fleet.read(sharedWarningsView.id);
    expect(rows).toEqual([
      {
        reason: 'FailedMount',
        objectKind: 'Pod',
        message: 'MountVolume.SetUp failed for volume "data-*"',
        events: 3,
        occurrences: 3,
        first: now - 10 * MINUTE,
        last: now - MINUTE,
        clusters: [
          expect.objectContaining({ cluster: 'a', events: 1 }),
          expect.objectContaining({ cluster: 'b', events: 2 }),
        ],
      },
    ]);
    expect(summary).toEqual({ clusters: 2 });
    const params = { atLeast: 3 };
    const three = await fleet.read(sharedWarningsView.id, { params });
    expect(three.rows).toEqual([]);
  });

  it('tell by the cluster in which a shared warning was seen first, and follow changes', async () => {
    fleet.put(
      'events',
      event('1', { first: now - 2 * MINUTE }),
      event('2', { cluster: 'b', first: now - 30 * MINUTE }),
    );
    const read = async () => (await fleet.read(sharedWarningsView.id)).rows;
    expect(
      (await read())[0].clusters.map(({ cluster }: any) => cluster),
    ).toEqual(['b', 'a']);
    fleet.inventory.remove('events', 'b', '2');
    fleet.pass(2_000);
    expect(await read()).toEqual([]);
  });
});
