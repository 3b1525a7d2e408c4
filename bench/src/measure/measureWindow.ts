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
import { FleetProcess } from '../processes/FleetProcess';
import { HostLoad, HostLoadFigures } from '../processes/HostLoad';
import { SystemProcess } from '../processes/SystemProcess';
import { Profiles } from './Profiles';
import { RequestFigures, requestFigures } from './RequestFigures';

export interface WindowFigures {
  readonly seconds: number;
  readonly changes: number;
  readonly cpuSeconds: number;
  /** The same of each second. */
  readonly cpuCores: number;
  /** CPU seconds for ten thousand changes at this rate of changes: what is done all the time is in it. */
  readonly cpuSecondsPer10kChanges: number;
  /** The same without what the process uses in this time when it has nothing to do. */
  readonly cpuSecondsPer10kChangesBesideIdle: number;
  readonly longestStallMs: number;
  readonly requests: RequestFigures;
  readonly host: HostLoadFigures;
}

/** What a process does in some seconds of churn. */
export async function measureWindow(options: {
  name: string;
  system: SystemProcess;
  fleet: FleetProcess;
  seconds: number;
  profiles: Profiles;
  /** CPU seconds of each second in which the process has nothing to do. */
  idleCpuPerSecond: number;
}): Promise<WindowFigures> {
  const { name, system, fleet, seconds, profiles, idleCpuPerSecond } = options;
  await profiles.start(system);
  await system.ask('resetStalls');
  const before = await system.ask('usage');
  const requestsBefore = await fleet.requests();
  const changesBefore = await fleet.changes();
  const host = new HostLoad();
  const started = performance.now();
  await wait(seconds * 1_000);
  const after = await system.ask('usage');
  const changes = (await fleet.changes()) - changesBefore;
  const requests = await fleet.requests();
  const took = (performance.now() - started) / 1_000;
  const cpuSeconds = after.cpuSeconds - before.cpuSeconds;
  const figures = {
    seconds: took,
    changes,
    cpuSeconds,
    cpuCores: cpuSeconds / took,
    cpuSecondsPer10kChanges: (cpuSeconds / changes) * 10_000,
    cpuSecondsPer10kChangesBesideIdle:
      ((cpuSeconds - idleCpuPerSecond * took) / changes) * 10_000,
    longestStallMs: after.longestStallMs,
    requests: requestFigures(requestsBefore, requests, took),
    host: host.figures(cpuSeconds),
  };
  await profiles.stop(system, name);
  return figures;
}
