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

import { FleetRest } from '../load/FleetRest';
import { Prober } from '../load/Prober';
import { sicken } from '../load/sicken';
import { twentyViews } from '../load/twentyViews';
import { FleetProcess } from '../processes/FleetProcess';
import { SystemProcess } from '../processes/SystemProcess';
import { summarise } from '../summarise';
import { Workload } from '../workloads';
import { awaitCounts } from './awaitCounts';
import { ColdSyncFigures } from './coldSync';
import { countsOf } from './countsOf';
import { measureIdleBackend } from './measureIdle';
import { measurePeers, PeerFigures } from './measurePeers';
import { measurePolling, PollingFigures } from './measurePolling';
import { measureWindow } from './measureWindow';
import { Profiles } from './Profiles';
import { syncCold } from './syncCold';
import { ViewerFigures, withViewers } from './withViewers';

/** Starts of each kind; their median counts, since one start differs from the next by more than the aim allows. */
const STARTS = 5;
/** More often than elsewhere, since two worst cases are compared. */
const PROBE_PERIOD = 100;

/** Figures about the clusters that are well. */
export interface HealthyFigures {
  /** Medians. */
  readonly coldSync: Pick<
    ColdSyncFigures,
    'firstClusterSeconds' | 'completeSeconds' | 'cpuSeconds' | 'longestStallMs'
  >;
  readonly manyViewers: ViewerFigures;
  readonly longestStallMs: number;
}

/** The same without any other cluster known, and among clusters that are sick. */
export interface Both<T> {
  readonly alone: T;
  readonly among: T;
}

export interface SickFigures {
  readonly healthy: number;
  readonly ours: Both<HealthyFigures>;
  readonly peers?: Both<PeerFigures>;
  /** One tab. */
  readonly polling?: Both<PollingFigures>;
}

interface Bench {
  readonly workload: Workload;
  readonly fleet: FleetProcess;
  readonly profile?: string;
  readonly peers: boolean;
  readonly log: (line: string) => void;
}

/** What sick clusters cost those that are well. */
export async function measureSick(bench: Bench): Promise<SickFigures> {
  const { workload, fleet, log } = bench;
  const healthy = await sicken(fleet, workload.sick!);
  const all = fleet.clusters.map(({ name }) => name);
  log(
    'Measuring the fleet plugin, with the healthy clusters alone and among the sick',
  );
  const ours = await measureStarts(bench, healthy);
  const both = async <T>(
    measure: (clusters: readonly string[]) => Promise<T>,
  ): Promise<Both<T>> => ({
    alone: await measure(healthy),
    among: await measure(all),
  });
  if (!bench.peers) return { healthy: healthy.length, ours };
  log('Measuring the informers in the same way');
  const peers = await both(clusters =>
    measurePeers({ ...bench, clusters, healthy }),
  );
  log('Measuring the Kubernetes plugin in the same way');
  const polling = await both(clusters =>
    measurePolling({ ...bench, clusters, healthy, tabs: 1 }),
  );
  return { healthy: healthy.length, ours, peers, polling };
}

async function measureStarts(
  bench: Bench,
  healthy: readonly string[],
): Promise<Both<HealthyFigures>> {
  const { workload, fleet } = bench;
  const known = {
    alone: healthy,
    among: fleet.clusters.map(({ name }) => name),
  };
  const starts: Record<keyof typeof known, ColdSyncFigures[]> = {
    alone: [],
    among: [],
  };
  const last: Partial<
    Record<keyof typeof known, Omit<HealthyFigures, 'coldSync'>>
  > = {};
  const idle = await measureIdleBackend(workload.seconds);
  for (let round = 1; round <= STARTS; round += 1) {
    for (const kind of ['alone', 'among'] as const) {
      const system = new SystemProcess('fleetBackend', {
        kubeconfig: fleet.kubeconfig,
        clusters: known[kind],
      });
      try {
        const profiles = new Profiles(
          round === STARTS ? bench.profile : undefined,
          `ours-${kind}`,
        );
        const { coldSync, port } = await syncCold({
          ...bench,
          system,
          profiles,
          healthy,
        });
        starts[kind].push(coldSync);
        if (round === STARTS) {
          last[kind] = await measureViewers({
            ...bench,
            system,
            port,
            healthy,
            profiles,
            idleCpuPerSecond: idle.cpuPerSecond,
          });
        }
      } finally {
        await system.stop();
      }
    }
  }
  const figures = (kind: keyof typeof known): HealthyFigures => ({
    ...last[kind]!,
    coldSync: medianOf(starts[kind]),
  });
  return { alone: figures('alone'), among: figures('among') };
}

async function measureViewers(options: {
  workload: Workload;
  fleet: FleetProcess;
  system: SystemProcess;
  port: number;
  healthy: readonly string[];
  profiles: Profiles;
  idleCpuPerSecond: number;
}): Promise<Omit<HealthyFigures, 'coldSync'>> {
  const { workload, fleet, system, port, healthy } = options;
  const manyViewers = await withViewers({
    system,
    port,
    viewers: workload.viewers,
    subscriptions: twentyViews(healthy),
    prober: new Prober(fleet.named(healthy), { period: PROBE_PERIOD }),
    healthy,
    measure: () =>
      measureWindow({
        ...options,
        name: 'many-viewers',
        seconds: workload.seconds,
      }),
  });
  const rest = new FleetRest(port);
  await awaitCounts('The backend', fleet, () => countsOf(rest), healthy);
  const { longestStallOfAllMs } = await system.ask('usage');
  return { manyViewers, longestStallMs: longestStallOfAllMs };
}

function medianOf(starts: readonly ColdSyncFigures[]) {
  const spreads = summarise(starts);
  return {
    firstClusterSeconds: spreads.firstClusterSeconds.median,
    completeSeconds: spreads.completeSeconds.median,
    cpuSeconds: spreads.cpuSeconds.median,
    longestStallMs: spreads.longestStallMs.median,
  };
}
