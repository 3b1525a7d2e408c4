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

import { SubscriptionInput } from '@quarterdeck/backstage-plugin-fleet-common';
import { ENTITY_SELECTOR, entityTab } from '../load/entityTab';
import { FleetRest, PageFigures } from '../load/FleetRest';
import { Prober } from '../load/Prober';
import { twentyViews } from '../load/twentyViews';
import { FleetProcess } from '../processes/FleetProcess';
import { SystemProcess } from '../processes/SystemProcess';
import { Workload } from '../workloads';
import { awaitCounts } from './awaitCounts';
import { ColdSyncFigures, MemoryFigures } from './coldSync';
import { countsOf } from './countsOf';
import { measureIdleBackend } from './measureIdle';
import { measureWindow, WindowFigures } from './measureWindow';
import { Profiles } from './Profiles';
import { syncCold } from './syncCold';
import { ViewerFigures, withOneViewer, withViewers } from './withViewers';

export interface OursFigures {
  /** CPU seconds of each second of the same backend without clusters. */
  readonly idleCpuPerSecond: number;
  readonly coldSync: ColdSyncFigures;
  readonly memory: MemoryFigures;
  /** Nobody looks. */
  readonly unwatched: WindowFigures;
  /** One stream with the twenty views. */
  readonly twentyViews: ViewerFigures;
  /** As many streams as the workload has viewers, each with the twenty views. */
  readonly manyViewers: ViewerFigures;
  /** As many viewers, who all look at the tab of one component with pods in every cluster. */
  readonly entityTabs: ViewerFigures;
  /** Pages of 50, sorted and filtered, while the twenty views are open. */
  readonly readPageMs: PageFigures;
  /** Of all phases, from the first connection to the end. */
  readonly longestStallMs: number;
  readonly inventory: { pods: number; nodes: number };
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
    const { coldSync, port } = await syncCold({ ...bench, system, profiles });
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
    const watched = (
      name: string,
      viewers: number,
      subscriptions: SubscriptionInput[],
      selector?: string,
    ) =>
      withViewers({
        system,
        port,
        viewers,
        subscriptions,
        prober: new Prober(fleet.clusters, { selector }),
        healthy: names,
        measure: () => window(name),
      });
    const twenty = twentyViews(names);
    const one = await watched('twenty-views', 1, twenty);
    const many = await watched('many-viewers', workload.viewers, twenty);
    const tabs = await watched(
      'entity-tabs',
      workload.viewers,
      entityTab(),
      ENTITY_SELECTOR,
    );
    const rest = new FleetRest(port);
    const readPageMs = await withOneViewer(port, twenty, () =>
      rest.timePages(workload.reads),
    );
    const inventory = await awaitCounts('The backend', fleet, () =>
      countsOf(rest),
    );
    const end = await system.ask('settledMemory');
    const { peakRssMb, longestStallOfAllMs } = await system.ask('usage');
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
      entityTabs: tabs,
      readPageMs,
      longestStallMs: longestStallOfAllMs,
      inventory,
    };
  } finally {
    await system.stop();
  }
}
