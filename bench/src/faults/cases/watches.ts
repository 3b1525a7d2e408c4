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
import { mustBackOff, mustBe } from '../world/mustBe';
import { gapsOf } from '../world/RequestLog';
import { secondsText as seconds } from '../world/secondsText';
import { startAgain } from '../world/startAgain';

const podWatches = { verbs: ['watch'], resource: 'pods' } as const;
const MINUTE = 60_000;

/** Ways in which a watch ends or is refused. */
export const watchCases: readonly FaultCase[] = [
  {
    id: 'A6',
    title:
      'Watch answers 410: one new LIST, of which only what really changed is told',
    peer: 'run',
    async run(world) {
      const { demo, edit, log } = await world.cluster('c');
      await world.watch();
      await world.settled();
      log.forget();
      world.system.takeTold();
      demo.faults.add({
        match: podWatches,
        times: 1,
        fault: { type: 'status', code: 410, reason: 'Expired' },
      });
      demo.faults.add({
        match: podWatches,
        times: 1,
        fault: { type: 'watch-close' },
      });
      const changed = edit.restart(edit.pods[3], 77);
      await world.untilTrue(
        'Pods are listed anew',
        () => log.lists('pods').length > 0,
      );
      await world.settled();
      const lists = log.lists('pods').length;
      mustBe(`${lists} LISTs were asked for`, lists === 1);
      const told = world.system.takeTold();
      mustBe(
        `Told were ${JSON.stringify(told)}`,
        told.length > 0 &&
          told.every(({ uid }) => uid === changed.metadata.uid),
      );
    },
  },
  {
    id: 'A7',
    title:
      'Watch sends ERROR 410 and stays open: it is closed, and listed anew within 1 s',
    peer: 'run',
    async run(world) {
      const { demo, edit, log } = await world.cluster('c');
      await world.watch();
      await world.settled();
      log.forget();
      const at = performance.now();
      demo.faults.add({
        match: podWatches,
        times: 1,
        fault: {
          type: 'watch-event',
          after: 0,
          line: 'error',
          code: 410,
          keepOpen: true,
        },
      });
      edit.churn(1);
      await world.settled(undefined, 20);
      const [list] = log.lists('pods');
      mustBe('It was not listed anew', list !== undefined);
      const took = list.at - at;
      mustBe(
        `The LIST came after ${seconds(took)}`,
        took <= 1_000 * world.patience,
      );
      return `listed after ${seconds(took)}`;
    },
  },
  {
    id: 'A8',
    title:
      'Watch sends ERROR 500 four times: backoff that grows, the state says so meanwhile',
    peer: 'run',
    async run(world) {
      const { demo, edit, log } = await world.cluster('c');
      await world.watch();
      await world.settled();
      log.forget();
      demo.faults.add({
        match: podWatches,
        times: 4,
        fault: { type: 'watch-event', after: 0, line: 'error', code: 500 },
      });
      await world.untilState('c', 'degraded');
      await world.untilTrue(
        'The watch is back',
        () => log.watches('pods').length >= 4,
      );
      edit.churn(3);
      await world.settled();
      const gaps = gapsOf(log.watches('pods')).slice(0, 3);
      mustBackOff('Watch', gaps, { first: 1_600, longest: 30_000 });
      return `attempts after ${seconds(...gaps)}`;
    },
  },
  {
    id: 'A9',
    title:
      'Watch is closed at once each time: no more than ten attempts a minute',
    peer: 'run',
    storms: true,
    async run(world) {
      const { demo, edit, log } = await world.cluster('c');
      const closing = demo.faults.add({
        match: podWatches,
        fault: { type: 'watch-close' },
      });
      await world.watch();
      await world.untilTrue(
        'The first watch',
        () => log.watches('pods').length > 0,
      );
      await world.pass(MINUTE / 1_000);
      const [first, ...more] = log.watches('pods');
      const attempts =
        more.filter(({ at }) => at - first.at <= MINUTE).length + 1;
      mustBe(`There were ${attempts} attempts in a minute`, attempts <= 10);
      closing.remove();
      edit.churn(3);
      await world.settled(undefined, 75);
      return `${attempts} attempts in a minute`;
    },
  },
  {
    id: 'A16',
    title:
      'Watch sends a line that is no JSON: counted, and the kind listed anew, since nobody knows what it said',
    peer: 'run',
    runtime: { wired: 'parts' },
    async run(world) {
      const { demo, edit, log } = await world.cluster('c');
      await world.watch();
      await world.settled();
      log.forget();
      demo.faults.add({
        match: podWatches,
        times: 1,
        fault: { type: 'watch-event', after: 0, line: 'malformed' },
      });
      edit.churn(3);
      await world.untilTrue(
        'Pods are listed anew',
        () => log.lists('pods').length > 0,
        20,
      );
      await world.settled();
      const { ours } = world;
      if (ours) {
        const { malformedLines } = ours.inventory.counters;
        mustBe(
          `${malformedLines} such lines were counted`,
          malformedLines === 1,
        );
      }
    },
  },
  {
    id: 'A19',
    title:
      'While disconnected, a pod is deleted and made anew under its name: told as one gone and one new',
    peer: 'run',
    async run(world) {
      const { demo, edit } = await world.cluster('c');
      await world.watch();
      await world.settled();
      world.system.takeTold();
      await demo.stop();
      const [before] = edit.pods;
      const after = edit.recreate(before);
      demo.expireHistory();
      await startAgain(demo);
      await world.settled();
      const told = world.system
        .takeTold()
        .map(({ change, uid }) => `${change} ${uid}`)
        .sort();
      const expected = [
        `added ${after.metadata.uid}`,
        `removed ${before.metadata.uid}`,
      ];
      mustBe(`Told was ${told}`, `${told}` === `${expected}`);
    },
  },
];
