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

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FleetProcess } from '../../processes/FleetProcess';
import { SystemProcess } from '../../processes/SystemProcess';
import type { FaultCase } from '../FaultCase';
import { mustBe } from '../world/mustBe';
import { secondsText as seconds } from '../world/secondsText';
import { shopObjects } from '../world/shopObjects';
import { startAgain } from '../world/startAgain';

const FLEET = 50;
const GIANT = 150_000;
const BURST_SECONDS = 30;
const BURST_RATE = 10_000;
const TICK = 20;

/** What is a fault by its size alone. Each has the machine for itself. */
export const loadCases: readonly FaultCase[] = [
  {
    id: 'A28',
    title:
      'All 50 clusters go away and come back at once: all are right again, the memory never above 1.3 times what it was',
    peer: { notApplicable: 'informers are measured for memory by the bench' },
    runtime: { wired: 'process' },
    alone: true,
    async run(world) {
      const ours = world.ours!;
      const clusters = await Promise.all(
        Array.from({ length: FLEET }, (_, index) =>
          world.cluster(`c${index}`, { objects: shopObjects(8) }),
        ),
      );
      await world.watch();
      await world.settled();
      const { rssMb } = await ours.process.ask('settledMemory');
      await Promise.all(clusters.map(({ demo }) => demo.stop()));
      await world.untilState('c0', 'unreachable');
      await world.untilState('c49', 'unreachable');
      clusters.forEach(({ edit }) => edit.churn(2));
      const began = performance.now();
      await Promise.all(clusters.map(({ demo }) => startAgain(demo)));
      await world.settled(undefined, 120);
      const took = performance.now() - began;
      const { peakRssMb } = await ours.process.ask('usage');
      const ratio = peakRssMb / rssMb;
      mustBe(
        `The memory was ${ratio.toFixed(2)} times what it was`,
        ratio <= 1.3,
      );
      return `all right after ${seconds(took)}, memory at most ${ratio.toFixed(2)} times`;
    },
  },
  {
    id: 'A30',
    title:
      '10,000 events a second for 30 s: told together, no stall over 100 ms, right at the end',
    peer: { notApplicable: 'informers are measured for stalls by the bench' },
    runtime: { wired: 'process' },
    alone: true,
    async run(world) {
      const ours = world.ours!;
      const clusters = await Promise.all(
        ['a', 'b', 'd', 'e'].map(name => world.cluster(name, { pods: 100 })),
      );
      await world.watch();
      await world.settled();
      await ours.process.ask('resetStalls');
      const length = (BURST_SECONDS * 1_000) / world.patience;
      const rate = BURST_RATE / world.patience;
      const began = performance.now();
      let made = 0;
      while (performance.now() - began < length) {
        const due = ((performance.now() - began) / 1_000) * rate;
        for (; made < due; made += 1) {
          const { edit } = clusters[made % clusters.length];
          const { pods } = edit;
          edit.restart(pods[(made >> 2) % pods.length], made);
        }
        await world.pass(TICK / 1_000);
      }
      const achieved = made / ((performance.now() - began) / 1_000);
      const { longestStallMs } = await ours.process.ask('usage');
      await world.settled();
      mustBe(
        `The longest stall was ${Math.round(longestStallMs)} ms`,
        longestStallMs <= 100 * world.patience,
      );
      return `${Math.round(achieved)} events a second for ${seconds(length)}, longest stall ${Math.round(longestStallMs)} ms`;
    },
  },
  {
    id: 'A33',
    title: '150,000 pods in one cluster: all are there',
    peer: 'run',
    runtime: { wired: 'process' },
    alone: true,
    async run(world) {
      const folder = await mkdtemp(join(tmpdir(), 'giant-'));
      world.onClose(() => rm(folder, { recursive: true, force: true }));
      const fleet = await FleetProcess.start(
        {
          name: 'A33',
          clusters: 1,
          pods: GIANT,
          churn: 20,
          viewers: 0,
          seconds: 0,
          reads: 0,
        },
        folder,
      );
      world.onClose(() => fleet.stop());
      const [{ name }] = fleet.clusters;
      const system = new SystemProcess(
        world.ours ? 'fleetBackend' : 'informers',
        { kubeconfig: fleet.kubeconfig, clusters: [name] },
      );
      world.onClose(() => system.stop());
      const began = performance.now();
      const { port } = await system.ask('start');
      await world.until(
        'All pods are there',
        async () => {
          const pods = world.ours
            ? await podsByRest(port!)
            : (await system.ask('counts'))[name].pods;
          return pods === GIANT ? undefined : `${pods}`;
        },
        180,
      );
      return `all there after ${seconds(performance.now() - began)}`;
    },
  },
];

async function podsByRest(port: number): Promise<number> {
  const response = await fetch(
    `http://127.0.0.1:${port}/api/fleet/v1/views/pods.list?limit=1`,
  );
  const { total, coverage } = (await response.json()) as {
    total: number;
    coverage: { failed: unknown[] };
  };
  return coverage.failed.length === 0 ? total : 0;
}
