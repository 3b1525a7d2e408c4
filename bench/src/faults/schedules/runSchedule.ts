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

import type { AddedFault } from '@quarterdeck/demo-fleet';
import { setTimeout as wait } from 'node:timers/promises';
import { FleetSystem } from '../systems/FleetSystem';
import { startFleetParts } from '../systems/startFleetParts';
import { mustBe } from '../world/mustBe';
import { pod, shopObjects } from '../world/shopObjects';
import { startAgain } from '../world/startAgain';
import { World, WorldCluster } from '../world/World';
import { Dice } from './Dice';
import { randomChange } from './randomChange';
import { randomFault } from './randomFault';
import { TabWitness } from './TabWitness';

/** Waits of half a minute take seconds, and a probe still has a third of one. */
export const SCHEDULE_CLOCK_RATE = 10;
const ANCHORS = 3;
const PODS = 9;
const OBJECT_BYTES = 100_000;

export interface ScheduleResult {
  readonly seed: number;
  readonly seconds: number;
  /** Changes and faults, in their order. */
  readonly steps: readonly string[];
  /** What went wrong; absent when all was right. */
  readonly failure?: string;
}

/** Plays one random schedule of changes and faults. Never throws. */
export async function runSchedule(options: {
  seed: number;
  patience: number;
}): Promise<ScheduleResult> {
  const { seed, patience } = options;
  const dice = new Dice(seed);
  const began = performance.now();
  const steps: string[] = [];
  const system = new FleetSystem({
    startServer: clusters =>
      startFleetParts({
        clusters,
        pageSize: 5,
        objectBytes: OBJECT_BYTES,
        clockRate: SCHEDULE_CLOCK_RATE,
        random: new Dice(seed + 1).next,
      }),
  });
  const world = new World({ system, patience, clockRate: SCHEDULE_CLOCK_RATE });
  let failure: string | undefined;
  try {
    try {
      await play({ world, system, dice, steps });
    } finally {
      await world.close();
    }
  } catch (error) {
    failure = (error as Error).message;
  }
  const seconds = (performance.now() - began) / 1_000;
  return { seed, seconds, steps, ...(failure && { failure }) };
}

async function play(options: {
  world: World;
  system: FleetSystem;
  dice: Dice;
  steps: string[];
}): Promise<void> {
  const { world, system, dice, steps } = options;
  const clusters = [await shop(world, 'one'), await shop(world, 'two')];
  await world.watch();
  const witness = new TabWitness(system, { one: ANCHORS, two: ANCHORS });
  const lasting: AddedFault[] = [];
  for (let left = dice.between(8, 24); left > 0; left -= 1) {
    const cluster = dice.of(clusters);
    steps.push(`${cluster.demo.name}: ${await step(cluster, dice, lasting)}`);
    if (dice.chance(0.7)) await wait(dice.between(0, 250));
  }
  steps.push('quiet');
  for (const { demo } of clusters) {
    demo.faults.clear();
    await startAgain(demo);
  }
  await world.settled();
  for (const { demo } of clusters) {
    await world.untilState(demo.name, 'healthy');
  }
  mustBe(witness.wrong ?? '', witness.wrong === undefined);
  mustBe('The tab was never shown anything', witness.seen > 0);
}

async function step(
  { demo, edit }: WorldCluster,
  dice: Dice,
  lasting: AddedFault[],
): Promise<string> {
  const what = dice.between(0, 19);
  if (what < 11) {
    const changes = Array.from({ length: dice.between(1, 4) }, () =>
      randomChange(edit, dice),
    );
    return changes.join(', ');
  }
  if (what < 16) {
    const { rule, lasts } = randomFault(dice);
    const added = demo.faults.add(rule);
    if (lasts) lasting.push(added);
    return JSON.stringify(rule);
  }
  if (what === 16) {
    demo.expireHistory();
    return 'history expires';
  }
  if (what === 17) {
    await (demo.running ? demo.stop() : startAgain(demo));
    return demo.running ? 'starts' : 'stops';
  }
  const ended = lasting.shift();
  ended?.remove();
  return ended ? `ends ${ended.rule.fault.type}` : 'nothing';
}

function shop(world: World, name: string): Promise<WorldCluster> {
  return world.cluster(name, {
    objects: [
      ...shopObjects(PODS),
      ...Array.from({ length: ANCHORS }, (_, index) =>
        pod('shop', `anchor-${index}`),
      ),
    ],
  });
}
