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

import type { FaultCase } from '../FaultCase';
import { mustBe } from '../world/mustBe';
import { event, pod } from '../world/shopObjects';

const podWatches = { verbs: ['watch'], resource: 'pods' } as const;
const SLOW = 3_000;
const HUGE = '18446744073709551616000';

/** What watches say, and how they say it. */
export const eventCases: readonly FaultCase[] = [
  {
    id: 'A14',
    title:
      'Events come in pieces, split within characters of several bytes: decoded exactly',
    peer: 'run',
    async run(world) {
      const { demo, edit } = await world.cluster('c');
      demo.faults.add({
        match: { verbs: ['list', 'watch'] },
        fault: { type: 'slow-bytes', bytesPerSecond: SLOW },
      });
      await world.watch();
      await world.untilTrue(
        'Watches are open',
        () => demo.requests.total({ verb: 'watch' }).requests >= 4,
      );
      edit.create({
        ...event('shop', 'words'),
        message: 'Grüße, 世界! 🚢⚓ — “straße” \u202e\u0000\\"',
      });
      edit.create({
        ...pod('shop', 'words'),
        status: { phase: 'Failed', message: '漢字と🚀絵文字'.repeat(20) },
      });
      await world.settled(undefined, 90);
    },
  },
  {
    id: 'A15',
    title:
      'An event of more than 10 MB: not taken in, counted, the kind listed anew',
    peer: {
      notApplicable: 'informers have no limit to what one event may be',
    },
    runtime: { wired: 'parts' },
    async run(world) {
      const { demo, edit, log } = await world.cluster('c');
      await world.watch();
      await world.settled();
      log.forget();
      demo.faults.add({
        match: podWatches,
        times: 1,
        fault: {
          type: 'watch-event',
          after: 0,
          line: 'oversized',
          bytes: 11 * 1024 * 1024,
        },
      });
      edit.churn(3);
      const { counters } = world.ours!.inventory;
      await world.untilTrue(
        'It was counted',
        () => counters.oversizedEvents === 1,
      );
      await world.settled();
      mustBe('Pods were not listed anew', log.lists('pods').length === 1);
    },
  },
  {
    id: 'A17',
    title:
      'An event of a type that nobody knows: counted, otherwise of no effect',
    peer: 'run',
    runtime: { wired: 'parts' },
    async run(world) {
      const { demo, edit, log } = await world.cluster('c');
      await world.watch();
      await world.settled();
      log.forget();
      const odd = demo.faults.add({
        match: podWatches,
        times: 1,
        fault: { type: 'watch-event', after: 0, line: 'unknown-type' },
      });
      await world.untilTrue('It was sent', () => odd.hits === 1);
      edit.churn(3);
      await world.settled();
      mustBe('Pods were listed anew', log.lists('pods').length === 0);
      const { ours } = world;
      if (ours) {
        const { unknownEvents } = ours.inventory.counters;
        mustBe(`${unknownEvents} were counted`, unknownEvents === 1);
      }
    },
  },
  {
    id: 'A18',
    title:
      'MODIFIED of a pod that nobody knew, DELETED of one that never was: there, and of no effect; figures stay exact',
    peer: 'run',
    async run(world) {
      const { demo } = await world.cluster('c');
      await world.watch();
      await world.settled();
      const send = (type: string, name: string, version: string) =>
        demo.faults.add({
          match: podWatches,
          times: 1,
          fault: {
            type: 'watch-event',
            after: 0,
            line: 'unknown-type',
            raw: eventLine(type, name, version),
          },
        });
      const next = Number(demo.store.resourceVersion) + 1;
      send('DELETED', 'never-was', `${next}`);
      send('MODIFIED', 'unknown', `${next}`);
      await world.untilTrue('The unknown pod is there', async () =>
        Boolean(await world.system.difference(demo, ['pods.list'])),
      );
      send('DELETED', 'unknown', `${next + 1}`);
      await world.settled();
    },
  },
  {
    id: 'A20',
    title:
      'A watch sends its last events again, in their order and the last first: what is over does not come back',
    peer: 'run',
    async run(world) {
      const { demo, edit } = await world.cluster('c');
      await world.watch();
      await world.settled();
      for (const order of ['duplicate', 'reversed'] as const) {
        const replay = demo.faults.add({
          match: podWatches,
          times: 1,
          fault: { type: 'watch-replay', order, last: 4 },
        });
        const [first, second] = edit.pods;
        edit.restart(edit.restart(first, 10), 11);
        edit.delete(edit.restart(second, 12));
        await world.untilTrue('They came again', () => replay.hits === 1, 20);
        await world.settled(undefined, 30);
        await world.pass(1);
        await world.settled(undefined, 30);
      }
    },
  },
  {
    id: 'A21',
    title:
      'Versions beyond 2^53, and none at all: kept as the text that they are',
    peer: 'run',
    async run(world) {
      const { demo, edit, log } = await world.cluster('c');
      await world.watch();
      await world.settled();
      log.forget();
      const end = (raw: string) => {
        demo.faults.add({
          match: podWatches,
          times: 1,
          fault: { type: 'watch-event', after: 0, line: 'unknown-type', raw },
        });
        demo.faults.add({
          match: podWatches,
          times: 1,
          fault: { type: 'watch-close', after: 0 },
        });
      };
      const watches = () => log.watches('pods');
      end(eventLine('MODIFIED', 'huge', HUGE));
      await world.untilTrue('It is watched anew', () => watches().length > 0);
      const { target } = watches()[0];
      mustBe(
        `It was watched from ${target}`,
        new URLSearchParams(target.split('?')[1]).get('resourceVersion') ===
          HUGE,
      );
      demo.faults.add({
        match: podWatches,
        times: 1,
        fault: { type: 'watch-event', after: 0, line: 'error', code: 410 },
      });
      await world.settled();
      end(eventLine('DELETED', 'never-was', ''));
      edit.churn(2);
      await world.settled();
    },
  },
];

function eventLine(type: string, name: string, version: string): string {
  return `${JSON.stringify({
    type,
    object: {
      ...pod('shop', name),
      metadata: {
        namespace: 'shop',
        name,
        uid: `uid-of-${name}`,
        resourceVersion: version,
        creationTimestamp: '2026-11-01T08:00:00Z',
      },
    },
  })}\n`;
}
