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

import { setTimeout as wait } from 'node:timers/promises';
import { ClusterCounts, FleetProcess } from '../processes/FleetProcess';

const DEADLINE = 20_000;
const PAUSE = 100;

export type Counts = Record<string, ClusterCounts>;

/** A system holds something else than the fleet has. */
export class WrongInventoryError extends Error {}

/**
 * Compares until both agree; churn moves the counts while they are asked.
 *
 * @param of - the clusters that are compared; all unless told
 */
export async function awaitCounts(
  who: string,
  fleet: FleetProcess,
  held: () => Promise<Counts>,
  of?: readonly string[],
): Promise<ClusterCounts> {
  const deadline = Date.now() + DEADLINE;
  for (;;) {
    const [expected, actual] = [await fleet.counts(), await held()];
    const names = of ?? Object.keys({ ...expected, ...actual });
    const wrong = names.filter(
      name =>
        expected[name]?.pods !== actual[name]?.pods ||
        expected[name]?.nodes !== actual[name]?.nodes,
    );
    if (wrong.length === 0) return totalOf(names.map(name => actual[name]));
    if (Date.now() > deadline) {
      const [name] = wrong;
      throw new WrongInventoryError(
        `${who}: ${wrong.length} clusters are wrong, such as ${name}: ${JSON.stringify(actual[name])} instead of ${JSON.stringify(expected[name])}`,
      );
    }
    await wait(PAUSE);
  }
}

function totalOf(counts: readonly ClusterCounts[]): ClusterCounts {
  const sum = (key: keyof ClusterCounts) =>
    counts.reduce((total, each) => total + each[key], 0);
  return { pods: sum('pods'), nodes: sum('nodes') };
}
