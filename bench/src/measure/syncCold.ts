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

import { FleetProcess } from '../processes/FleetProcess';
import { HostLoad } from '../processes/HostLoad';
import { SystemProcess } from '../processes/SystemProcess';
import { Workload } from '../workloads';
import { ColdSyncFigures, fleetCpuFrom } from './coldSync';
import { observeColdSync } from './observeColdSync';
import { Profiles } from './Profiles';

/**
 * Has a backend begin, and looks on until it knows all.
 *
 * @param healthy - the clusters that can be known; all unless told
 */
export async function syncCold(options: {
  workload: Workload;
  fleet: FleetProcess;
  system: SystemProcess;
  profiles: Profiles;
  healthy?: readonly string[];
}): Promise<{ coldSync: ColdSyncFigures; port: number }> {
  const { workload, fleet, system, profiles, healthy } = options;
  const clusters = healthy?.length ?? workload.clusters;
  await profiles.start(system);
  const { port, startedAt, cpuSecondsBefore } = await system.ask('start');
  const host = new HostLoad();
  const fleetCpu = fleetCpuFrom(fleet);
  const { firstAt, completeAt } = await observeColdSync({
    port: port!,
    clusters,
    pods: clusters * workload.pods,
    scope: healthy,
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
