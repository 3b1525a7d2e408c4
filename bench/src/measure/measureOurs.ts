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

import { FleetRest, PageFigures } from '../load/FleetRest';
import { FleetStream, StreamedEvent } from '../load/FleetStream';
import { Prober, ProbeFigures } from '../load/Prober';
import { twentyViews } from '../load/twentyViews';
import { FleetProcess } from '../processes/FleetProcess';
import { HostLoad } from '../processes/HostLoad';
import { SystemProcess } from '../processes/SystemProcess';
import { preciseNow } from '../systems/protocol';
import { Workload } from '../workloads';
import { awaitCounts, Counts, WrongInventoryError } from './awaitCounts';
import { ColdSyncFigures, fleetCpuFrom, MemoryFigures } from './coldSync';
import { measureIdleBackend } from './measureIdle';
import { measureWindow, WindowFigures } from './measureWindow';
import { observeColdSync } from './observeColdSync';
import { Profiles } from './Profiles';

export interface OursFigures {
  /** CPU seconds of each second of the same backend without clusters. */
  readonly idleCpuPerSecond: number;
  readonly coldSync: ColdSyncFigures;
  readonly memory: MemoryFigures;
  /** Nobody looks. */
  readonly unwatched: WindowFigures;
  /** One stream with the twenty views. */
  readonly twentyViews: WindowFigures & ProbeFigures & OpeningFigures;
  /** As many streams as the workload has viewers, each with the twenty views. */
  readonly manyViewers: WindowFigures &
    ProbeFigures &
    OpeningFigures & { streamedMbPerSecond: number };
  /** Pages of 50, sorted and filtered, while the twenty views are open. */
  readonly readPageMs: PageFigures;
  readonly inventory: { pods: number; nodes: number };
}

interface OpeningFigures {
  /** From asking for the streams until the first of them has the first state of all its views. */
  readonly openMs: number;
  readonly openStallMs: number;
}

interface Bench {
  readonly workload: Workload;
  readonly fleet: FleetProcess;
  readonly profile?: string;
}

export async function measureOurs(bench: Bench): Promise<OursFigures> {
  const { workload, fleet } = bench;
  const profiles = new Profiles(bench.profile, 'ours');
  const idle = await measureIdleBackend(workload.seconds);
  const names = fleet.clusters.map(({ name }) => name);
  const system = new SystemProcess('fleetBackend', {
    kubeconfig: fleet.kubeconfig,
    clusters: names,
  });
  try {
    const { coldSync, port } = await syncCold(bench, system, profiles);
    const synced = await system.ask('settledMemory');
    const window = (name: string) =>
      measureWindow({
        name,
        system,
        fleet,
        seconds: workload.seconds,
        profiles,
        idleCpuPerSecond: idle.cpuPerSecond,
      });
    const unwatched = await window('unwatched');
    const watched = (name: string, viewers: number) =>
      withViewers({
        system,
        port,
        viewers,
        fleet,
        measure: () => window(name),
      });
    const { streamedMbPerSecond: _, ...one } = await watched('twenty-views', 1);
    const many = await watched('many-viewers', workload.viewers);
    const rest = new FleetRest(port);
    const readPageMs = await withOneViewer(port, names, () =>
      rest.timePages(workload.reads),
    );
    const inventory = await awaitCounts('The backend', fleet, () =>
      countsOf(rest),
    );
    const end = await system.ask('settledMemory');
    const { peakRssMb } = await system.ask('usage');
    return {
      idleCpuPerSecond: idle.cpuPerSecond,
      coldSync,
      memory: {
        idleRssMb: idle.memory.rssMb,
        afterSyncRssMb: synced.rssMb,
        addedRssMb: synced.rssMb - idle.memory.rssMb,
        addedHeapMb: synced.heapMb - idle.memory.heapMb,
        atEndRssMb: end.rssMb,
        peakRssMb,
      },
      unwatched,
      twentyViews: one,
      manyViewers: many,
      readPageMs,
      inventory,
    };
  } finally {
    await system.stop();
  }
}

async function syncCold(
  { workload, fleet }: Bench,
  system: SystemProcess,
  profiles: Profiles,
): Promise<{ coldSync: ColdSyncFigures; port: number }> {
  const { pods, clusters } = workload;
  await profiles.start(system);
  const { port, startedAt, cpuSecondsBefore } = await system.ask('start');
  const host = new HostLoad();
  const fleetCpu = fleetCpuFrom(fleet);
  const { firstAt, completeAt } = await observeColdSync({
    port: port!,
    clusters,
    pods: clusters * pods,
  });
  const usage = await system.ask('usage');
  await profiles.stop(system, 'cold-sync');
  return {
    port: port!,
    coldSync: {
      firstClusterSeconds: (firstAt - startedAt) / 1_000,
      completeSeconds: (completeAt - startedAt) / 1_000,
      cpuSeconds: usage.cpuSeconds - cpuSecondsBefore,
      longestStallMs: usage.longestStallMs,
      fleetCpuSeconds: fleetCpu(),
      host: host.figures(usage.cpuSeconds - cpuSecondsBefore),
    },
  };
}

async function withViewers(options: {
  system: SystemProcess;
  port: number;
  viewers: number;
  fleet: FleetProcess;
  measure: () => Promise<WindowFigures>;
}): Promise<
  WindowFigures &
    ProbeFigures &
    OpeningFigures & { streamedMbPerSecond: number }
> {
  const { system, port, viewers, fleet, measure } = options;
  const prober = new Prober(fleet.clusters);
  const names = fleet.clusters.map(({ name }) => name);
  const streams: FleetStream[] = [];
  const first = reporting(prober, twentyViews(names).length);
  try {
    await system.ask('resetStalls');
    const openedAt = performance.now();
    for (let index = 0; index < viewers; index += 1) {
      streams.push(
        await FleetStream.open({
          port,
          viewer: `viewer-${index}`,
          subscriptions: twentyViews(names),
          onEvent: index === 0 ? first.onEvent : undefined,
        }),
      );
    }
    await first.complete;
    const openMs = performance.now() - openedAt;
    const { longestStallMs: openStallMs } = await system.ask('usage');
    await prober.start();
    const bytes = () => streams.reduce((sum, each) => sum + each.bytes, 0);
    const before = bytes();
    const figures = await measure();
    const streamed = bytes() - before;
    const { sent, ...probes } = await prober.finish();
    const ended = streams.find(each => each.ended)?.ended;
    if (ended) throw new Error(`A stream ended too early: ${ended}`);
    if (sent === 0) throw new Error('No change was probed');
    if (probes.lost > 0) {
      throw new WrongInventoryError(
        `${probes.lost} of ${sent} changes did not reach the client, with ${viewers} viewers: ${JSON.stringify({ ...figures, ...probes })}`,
      );
    }
    return {
      ...figures,
      ...probes,
      openMs,
      openStallMs,
      streamedMbPerSecond: streamed / figures.seconds / 1e6,
    };
  } finally {
    streams.forEach(stream => stream.close());
  }
}

/** Tells the prober what comes, and says when each view has come once. */
function reporting(prober: Prober, views: number) {
  let told: () => void;
  const complete = new Promise<void>(resolve => {
    told = resolve;
  });
  const channels = new Set<string>();
  const onEvent = ({ event, data }: StreamedEvent) => {
    if (event === 'subscription-error') {
      throw new Error(`${data.id}: ${data.error.message}`);
    }
    if (event !== 'delta' && event !== 'snapshot') return;
    channels.add(data.channel);
    if (channels.size === views) told();
    for (const row of data.upsert ?? data.rows ?? []) {
      if (row.restarts >= 1_000_000) prober.seen(row.restarts, preciseNow());
    }
  };
  return { complete, onEvent };
}

async function withOneViewer<T>(
  port: number,
  clusters: readonly string[],
  act: () => Promise<T>,
): Promise<T> {
  const stream = await FleetStream.open({
    port,
    viewer: 'viewer-0',
    subscriptions: twentyViews(clusters),
  });
  try {
    return await act();
  } finally {
    stream.close();
  }
}

async function countsOf(rest: FleetRest): Promise<Counts> {
  const { rows } = await rest.view('clusters.health', { limit: '500' });
  return Object.fromEntries(
    rows.map(({ cluster, pods, nodes }: any) => [cluster, { pods, nodes }]),
  );
}
