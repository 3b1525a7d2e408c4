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
import { FleetRest } from '../load/FleetRest';
import { SystemProcess } from '../processes/SystemProcess';
import { SystemMemory } from '../systems/protocol';

export interface IdleFigures {
  readonly memory: SystemMemory;
  /** CPU seconds of each second in which nothing was asked of it. */
  readonly cpuPerSecond: number;
}

/** The same backend without clusters. */
export async function measureIdleBackend(
  seconds: number,
): Promise<IdleFigures> {
  const system = new SystemProcess('fleetBackend', { clusters: [] });
  try {
    const { port } = await system.ask('start');
    // One question, so that what answers it is loaded.
    await new FleetRest(port!).view('clusters.health');
    return await measureIdle(system, seconds);
  } finally {
    await system.stop();
  }
}

/** A process with nothing to do. */
export async function measureIdle(
  system: SystemProcess,
  seconds: number,
): Promise<IdleFigures> {
  const memory = await system.ask('settledMemory');
  const before = await system.ask('usage');
  const started = performance.now();
  await wait(seconds * 1_000);
  const after = await system.ask('usage');
  const took = (performance.now() - started) / 1_000;
  return {
    memory,
    cpuPerSecond: (after.cpuSeconds - before.cpuSeconds) / took,
  };
}
