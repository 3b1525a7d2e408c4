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
  /** Of all phases. */
  readonly longestStallMs: number;
  readonly inventory: { pods: number; nodes: number };
}

/**
 * @param clusters - names of those that the informers are for; all unless told
 * @param healthy - names of those that can be known, and whose pods are changed at known times; all unless told
 */
export async function measurePeers(bench: {
  workload: Workload;
  fleet: FleetProcess;
  profile?: string;
  clusters?: readonly string[];
  healthy?: readonly string[];
}): Promise<PeerFigures> {
  const { workload, fleet } = bench;
  const profiles = new Profiles(bench.profile, 'peers');
  const all = fleet.clusters.map(({ name }) => name);
  const { clusters = all, healthy = all } = bench;
  const system = new SystemProcess('informers', {
    kubeconfig: fleet.kubeconfig,
    clusters,
  });
  const prober = new Prober(fleet.named(healthy));
  let errors = 0;
  let lastError: string | undefined;
  const synced = new Map<string, number>();
  system.onNotice(notice => {
    if (notice.notice === 'seen') prober.seen(notice.restarts, notice.at);
    else if (notice.notice === 'error') {
      errors += 1;
      lastError = notice.message;
    } else if (healthy.includes(notice.cluster)) {
      synced.set(notice.cluster, notice.at);
    }
  });
  try {
    const idle = await measureIdle(system, workload.seconds);
    const coldSync = await syncCold({
      system,
      fleet,
      synced,
      healthy,
      profiles,
      lastError: () => lastError,
    });
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
    const inventory = await awaitCounts(
      'The informers',
      fleet,
      () => system.ask('counts'),
      healthy,
    );
    const end = await system.ask('settledMemory');
    const { peakRssMb, longestStallOfAllMs } = await system.ask('usage');
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
      longestStallMs: longestStallOfAllMs,
      inventory,
    };
  } finally {
    await system.stop();
  }
}

async function syncCold(options: {
  system: SystemProcess;
  fleet: FleetProcess;
  synced: ReadonlyMap<string, number>;
  healthy: readonly string[];
  profiles: Profiles;
  lastError: () => string | undefined;
}): Promise<ColdSyncFigures> {
  const { system, fleet, synced, healthy, profiles, lastError } = options;
  await profiles.start(system);
  await system.ask('resetStalls');
  const before = await system.ask('usage');
  const host = new HostLoad();
  const fleetCpu = fleetCpuFrom(fleet);
  const { startedAt } = await system.ask('start');
  const deadline = Date.now() + SYNC_DEADLINE;
  while (synced.size < healthy.length) {
    if (Date.now() > deadline) {
      throw new Error(
        `The informers knew ${synced.size} of ${healthy.length} clusters in time; last error: ${lastError() ?? 'none'}`,
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
