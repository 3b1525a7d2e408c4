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

const podLists = { verbs: ['list'], resource: 'pods' } as const;
const podWatches = { verbs: ['watch'], resource: 'pods' } as const;

/** The first delay of the backoff, without its jitter. */
const FIRST_DELAY = 800;
const LONGEST_DELAY = 30_000;
const FAST = 20;

/** Faults of the list that everything begins with. */
export const listCases: readonly FaultCase[] = [
  {
    id: 'A1',
    title:
      'LIST answers 500 three times: backoff that grows, the other cluster is unaffected, the state is degraded meanwhile, heals by itself',
    peer: 'run',
    async run(world) {
      const sick = await world.cluster('sick');
      const well = await world.cluster('well');
      sick.demo.faults.add({
        match: podLists,
        times: 3,
        fault: { type: 'status', code: 500 },
      });
      await world.watch();
      await world.settled([well]);
      world.guard('The other cluster', () =>
        world.system.difference(well.demo),
      );
      await world.untilState('sick', 'degraded');
      await world.settled();
      const gaps = gapsOf(sick.log.lists('pods')).slice(0, 3);
      mustBackOff('LIST', gaps, { first: FIRST_DELAY, longest: LONGEST_DELAY });
      return `attempts after ${seconds(...gaps)}`;
    },
  },
  {
    id: 'A2',
    title: 'LIST answers 429 with Retry-After: 7: the next no sooner, one only',
    peer: 'run',
    async run(world) {
      const cluster = await world.cluster('c');
      cluster.demo.faults.add({
        match: podLists,
        times: 1,
        fault: { type: 'status', code: 429, retryAfterSeconds: 7 },
      });
      await world.watch();
      await world.settled();
      const lists = cluster.log.lists('pods');
      const [gap] = gapsOf(lists);
      mustBe(`The next LIST came after ${seconds(gap)}`, gap >= 7_000);
      mustBe(`${lists.length} LISTs were asked for`, lists.length === 2);
      return `the next after ${seconds(gap)}`;
    },
  },
  {
    id: 'A3',
    title:
      'LIST answers 429 eight times without a header: the delay doubles, up to 30 s (and up to as much again by chance)',
    peer: 'run',
    runtime: { wired: 'parts', clockRate: FAST },
    async run(world) {
      const cluster = await world.cluster('c');
      cluster.demo.faults.add({
        match: podLists,
        times: 8,
        fault: { type: 'status', code: 429 },
      });
      await world.watch();
      await world.settled();
      const gaps = gapsOf(cluster.log.lists('pods'))
        .slice(0, 8)
        .map(gap => gap * world.clockRate);
      mustBackOff('LIST', gaps, { first: FIRST_DELAY, longest: LONGEST_DELAY });
      const longest = Math.max(...gaps);
      mustBe(
        `A LIST came after ${seconds(longest)}`,
        longest <= 2 * LONGEST_DELAY * world.patience + 5_000,
      );
      return `attempts after ${seconds(...gaps)}`;
    },
  },
  {
    id: 'A4',
    title:
      'LIST is cut in its middle twice: the rows held before stay, with their age, until a whole one comes',
    peer: 'run',
    async run(world) {
      const cluster = await world.cluster('c');
      await world.watch();
      await world.settled();
      const { ours } = world;
      if (ours) {
        world.guard('Rows', () => {
          const { rows } = ours.shown('pods.list').state();
          return rows.length < 30 ? `${rows.length} of 30` : undefined;
        });
      }
      const cut = cluster.demo.faults.add({
        match: podLists,
        times: 2,
        fault: { type: 'cut', afterBytes: 3_000 },
      });
      cluster.demo.faults.add({
        match: podWatches,
        times: 1,
        fault: { type: 'watch-event', after: 0, line: 'error', code: 410 },
      });
      cluster.edit.churn(5);
      await world.untilTrue('Two LISTs were cut', () => cut.hits === 2);
      await world.settled();
    },
  },
  {
    id: 'A5',
    title:
      'Page 3 of a LIST answers 410: it begins anew, no row is missing or there twice',
    peer: {
      notApplicable: 'informers ask for everything in one page',
    },
    async run(world) {
      const cluster = await world.cluster('c');
      cluster.demo.faults.add({
        match: { ...podLists, continued: true },
        skip: 1,
        times: 1,
        fault: { type: 'status', code: 410, reason: 'Expired' },
      });
      await world.watch();
      await world.settled();
      const lists = cluster.log.lists('pods').length;
      mustBe(`The LIST began ${lists} times`, lists === 2);
    },
  },
  {
    id: 'A34',
    title:
      'The initial events of a watch are refused: one LIST does, as these are never asked for',
    peer: 'run',
    async run(world) {
      const cluster = await world.cluster('c');
      cluster.demo.faults.add({
        match: { path: /sendInitialEvents=true/ },
        fault: { type: 'status', code: 422, reason: 'Invalid' },
      });
      await world.watch();
      await world.settled();
      const lists = cluster.log.lists('pods').length;
      mustBe(`${lists} LISTs were asked for`, lists === 1);
    },
  },
];
