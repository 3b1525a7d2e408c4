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

import { OursFigures } from './measure/measureOurs';
import { PeerFigures } from './measure/measurePeers';
import { PollingFigures } from './measure/measurePolling';
import { Both, HealthyFigures, SickFigures } from './measure/measureSick';

/** By name; above 1, ours is less, and for the names that begin with `sick`, the sick cost something. */
export type Ratios = Readonly<Record<string, number>>;

/** The informers' figure divided by ours. */
export function informerRatios(ours: OursFigures, peers: PeerFigures): Ratios {
  return {
    coldSyncComplete:
      peers.coldSync.completeSeconds / ours.coldSync.completeSeconds,
    coldSyncFirstCluster:
      peers.coldSync.firstClusterSeconds / ours.coldSync.firstClusterSeconds,
    coldSyncCpu: peers.coldSync.cpuSeconds / ours.coldSync.cpuSeconds,
    coldSyncStall: peers.coldSync.longestStallMs / ours.coldSync.longestStallMs,
    addedMemory: peers.memory.addedRssMb / ours.memory.addedRssMb,
    totalMemory: peers.memory.afterSyncRssMb / ours.memory.afterSyncRssMb,
    addedHeap: peers.memory.addedHeapMb / ours.memory.addedHeapMb,
    longestStall: peers.longestStallMs / ours.longestStallMs,
    cpuPerChangeUnwatched:
      peers.unwatched.cpuSecondsPer10kChanges /
      ours.unwatched.cpuSecondsPer10kChanges,
    // Ours with twenty views, the informers' without any.
    cpuPerChangeTwentyViews:
      peers.unwatched.cpuSecondsPer10kChanges /
      ours.twentyViews.cpuSecondsPer10kChanges,
  };
}

/** The figure of the Kubernetes plugin divided by ours, where as many look at the same component. */
export function pollingRatios(
  ours: OursFigures,
  polling: PollingFigures,
): Ratios {
  const { entityTabs } = ours;
  return {
    ...(polling.latencyMs &&
      entityTabs.latencyMs && {
        tabLatencyMedian: polling.latencyMs.p50 / entityTabs.latencyMs.p50,
        tabLatencyWorst: polling.latencyMs.p99 / entityTabs.latencyMs.p99,
      }),
    tabCpu:
      polling.cpuSeconds /
      polling.seconds /
      (entityTabs.cpuSeconds / entityTabs.seconds),
    tabPeakMemory: polling.memory.peakRssMb / ours.memory.peakRssMb,
  };
}

/** What it is among the sick divided by what it is alone. */
export function sickRatios({ ours, peers }: SickFigures): Ratios {
  return {
    ...ratiosOfHealthy(ours),
    ...(peers && {
      informersSickComplete:
        peers.among.coldSync.completeSeconds /
        peers.alone.coldSync.completeSeconds,
    }),
  };
}

function ratiosOfHealthy({ alone, among }: Both<HealthyFigures>): Ratios {
  const [lonely, crowded] = [alone.manyViewers, among.manyViewers];
  return {
    sickComplete:
      among.coldSync.completeSeconds / alone.coldSync.completeSeconds,
    sickFirstCluster:
      among.coldSync.firstClusterSeconds / alone.coldSync.firstClusterSeconds,
    sickCpu: crowded.cpuSeconds / lonely.cpuSeconds,
    ...(crowded.afterWriteMs &&
      lonely.afterWriteMs && {
        sickLatencyMedian: crowded.afterWriteMs.p50 / lonely.afterWriteMs.p50,
        sickLatency: crowded.afterWriteMs.p99 / lonely.afterWriteMs.p99,
      }),
  };
}
