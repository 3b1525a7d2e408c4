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

import { Prober, ProbeFigures } from '../load/Prober';
import { FleetProcess } from '../processes/FleetProcess';
import { HostLoad } from '../processes/HostLoad';
import { SystemProcess } from '../processes/SystemProcess';
import { Workload } from '../workloads';
import { awaitCounts } from './awaitCounts';
import {
  ColdSyncFigures,
  fleetCpuFrom,
  MemoryFigures,
  SYNC_DEADLINE,
} from './coldSync';
import { measureIdle } from './measureIdle';
import { measureWindow, WindowFigures } from './measureWindow';
import { Profiles } from './Profiles';

export interface PeerFigures {
  /** CPU seconds of each second before the informers start. */
  readonly idleCpuPerSecond: number;
  readonly coldSync: ColdSyncFigures;
  readonly memory: MemoryFigures;
  readonly unwatched: WindowFigures & ProbeFigures;
  /** Errors that the informers reported, after which the bench started them again. */
  readonly errors: number;
  readonly inventory: { pods: number; nodes: number };
}

export async function measurePeers(bench: {
  workload: Workload;
  fleet: FleetProcess;
  profile?: string;
}): Promise<PeerFigures> {
  const { workload, fleet } = bench;
  const profiles = new Profiles(bench.profile, 'peers');
  const system = new SystemProcess('informers', {
    kubeconfig: fleet.kubeconfig,
    clusters: fleet.clusters.map(({ name }) => name),
  });
  const prober = new Prober(fleet.clusters);
  let errors = 0;
  const synced = new Map<string, number>();
  system.onNotice(notice => {
    if (notice.notice === 'seen') prober.seen(notice.restarts, notice.at);
    else if (notice.notice === 'synced') synced.set(notice.cluster, notice.at);
    else errors += 1;
  });
  try {
    const idle = await measureIdle(system, workload.seconds);
    const coldSync = await syncCold(system, fleet, synced, profiles);
    const settled = await system.ask('settledMemory');
    await prober.start();
    const figures = await measureWindow({
      name: 'unwatched',
      system,
      fleet,
      seconds: workload.seconds,
      profiles,
      idleCpuPerSecond: idle.cpuPerSecond,
    });
    const { sent: _, ...probes } = await prober.finish();
    const inventory = await awaitCounts('The informers', fleet, () =>
      system.ask('counts'),
    );
    const end = await system.ask('settledMemory');
    const { peakRssMb } = await system.ask('usage');
    return {
      idleCpuPerSecond: idle.cpuPerSecond,
      coldSync,
      memory: {
        idleRssMb: idle.memory.rssMb,
        afterSyncRssMb: settled.rssMb,
        addedRssMb: settled.rssMb - idle.memory.rssMb,
        addedHeapMb: settled.heapMb - idle.memory.heapMb,
        atEndRssMb: end.rssMb,
        peakRssMb,
      },
      unwatched: { ...figures, ...probes },
      errors,
      inventory,
    };
  } finally {
    await system.stop();
  }
}

async function syncCold(
  system: SystemProcess,
  fleet: FleetProcess,
  synced: ReadonlyMap<string, number>,
  profiles: Profiles,
): Promise<ColdSyncFigures> {
  await profiles.start(system);
  await system.ask('resetStalls');
  const before = await system.ask('usage');
  const host = new HostLoad();
  const fleetCpu = fleetCpuFrom(fleet);
  const { startedAt } = await system.ask('start');
  const deadline = Date.now() + SYNC_DEADLINE;
  while (synced.size < fleet.clusters.length) {
    if (Date.now() > deadline) {
      throw new Error(
        `The informers knew ${synced.size} of ${fleet.clusters.length} clusters in time`,
      );
    }
    await new Promise(resolve => setTimeout(resolve, 20));
  }
  const after = await system.ask('usage');
  await profiles.stop(system, 'cold-sync');
  const times = [...synced.values()].map(at => (at - startedAt) / 1_000);
  const cpuSeconds = after.cpuSeconds - before.cpuSeconds;
  return {
    firstClusterSeconds: Math.min(...times),
    completeSeconds: Math.max(...times),
    cpuSeconds,
    longestStallMs: after.longestStallMs,
    fleetCpuSeconds: fleetCpu(),
    host: host.figures(cpuSeconds),
  };
}
