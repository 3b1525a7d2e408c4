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

import { Line } from './Line';

export const informerLines: readonly Line[] = [
  {
    label: 'Cold sync, first cluster complete',
    unit: 's',
    left: 'ours.coldSync.firstClusterSeconds',
    right: 'peers.coldSync.firstClusterSeconds',
    ratio: 'ratios.coldSyncFirstCluster',
  },
  {
    label: 'Cold sync, inventory complete',
    unit: 's',
    left: 'ours.coldSync.completeSeconds',
    right: 'peers.coldSync.completeSeconds',
    ratio: 'ratios.coldSyncComplete',
  },
  {
    label: 'Cold sync, CPU',
    unit: 's',
    left: 'ours.coldSync.cpuSeconds',
    right: 'peers.coldSync.cpuSeconds',
    ratio: 'ratios.coldSyncCpu',
  },
  {
    label: 'Cold sync, longest stall of the event loop',
    unit: 'ms',
    left: 'ours.coldSync.longestStallMs',
    right: 'peers.coldSync.longestStallMs',
    ratio: 'ratios.coldSyncStall',
  },
  {
    label: 'Memory (RSS) of the idle process',
    unit: 'MB',
    left: 'ours.memory.idleRssMb',
    right: 'peers.memory.idleRssMb',
  },
  {
    label: 'Memory (RSS) after the sync',
    unit: 'MB',
    left: 'ours.memory.afterSyncRssMb',
    right: 'peers.memory.afterSyncRssMb',
    ratio: 'ratios.totalMemory',
  },
  {
    label: 'Memory (RSS) added by the fleet',
    unit: 'MB',
    left: 'ours.memory.addedRssMb',
    right: 'peers.memory.addedRssMb',
    ratio: 'ratios.addedMemory',
  },
  {
    label: 'Heap added by the fleet',
    unit: 'MB',
    left: 'ours.memory.addedHeapMb',
    right: 'peers.memory.addedHeapMb',
    ratio: 'ratios.addedHeap',
  },
  {
    label: 'Memory (RSS) at the end',
    unit: 'MB',
    left: 'ours.memory.atEndRssMb',
    right: 'peers.memory.atEndRssMb',
  },
  {
    label: 'Memory (RSS) at its peak',
    unit: 'MB',
    left: 'ours.memory.peakRssMb',
    right: 'peers.memory.peakRssMb',
  },
  {
    label: 'CPU of the idle process, part of a core',
    unit: '%',
    left: 'ours.idleCpuPerSecond',
    right: 'peers.idleCpuPerSecond',
  },
  {
    label: 'CPU for 10,000 changes, nobody looks',
    unit: 's',
    left: 'ours.unwatched.cpuSecondsPer10kChanges',
    right: 'peers.unwatched.cpuSecondsPer10kChanges',
    ratio: 'ratios.cpuPerChangeUnwatched',
  },
  {
    label: 'CPU for 10,000 changes, nobody looks, beside the idle process',
    unit: 's',
    left: 'ours.unwatched.cpuSecondsPer10kChangesBesideIdle',
    right: 'peers.unwatched.cpuSecondsPer10kChangesBesideIdle',
  },
  {
    label: 'CPU for 10,000 changes, twenty live views',
    unit: 's',
    left: 'ours.twentyViews.cpuSecondsPer10kChanges',
  },
  {
    label: 'CPU for 10,000 changes, twenty live views, beside the idle process',
    unit: 's',
    left: 'ours.twentyViews.cpuSecondsPer10kChangesBesideIdle',
  },
  {
    label: 'CPU for 10,000 changes, all viewers with twenty views each',
    unit: 's',
    left: 'ours.manyViewers.cpuSecondsPer10kChanges',
  },
  {
    label: 'CPU for 10,000 changes, all viewers, beside the idle process',
    unit: 's',
    left: 'ours.manyViewers.cpuSecondsPer10kChangesBesideIdle',
  },
  {
    label: 'Longest stall, nobody looks',
    unit: 'ms',
    left: 'ours.unwatched.longestStallMs',
    right: 'peers.unwatched.longestStallMs',
  },
  {
    label: 'Longest stall, twenty live views',
    unit: 'ms',
    left: 'ours.twentyViews.longestStallMs',
  },
  {
    label: 'Longest stall, all viewers',
    unit: 'ms',
    left: 'ours.manyViewers.longestStallMs',
  },
  {
    label: 'Longest stall of all, from the first connection to the end',
    unit: 'ms',
    left: 'ours.longestStallMs',
    right: 'peers.longestStallMs',
    ratio: 'ratios.longestStall',
  },
  {
    label: 'Opening twenty views that nobody had open',
    unit: 'ms',
    left: 'ours.twentyViews.openMs',
  },
  {
    label: 'Longest stall meanwhile',
    unit: 'ms',
    left: 'ours.twentyViews.openStallMs',
  },
  ...(['p50', 'p99', 'max'] as const).flatMap((part): Line[] => [
    {
      label: `Change to client, ${part}, twenty live views (informers: to callback)`,
      unit: 'ms',
      left: `ours.twentyViews.latencyMs.${part}`,
      right: `peers.unwatched.latencyMs.${part}`,
    },
    {
      label: `Change to client, ${part}, all viewers`,
      unit: 'ms',
      left: `ours.manyViewers.latencyMs.${part}`,
    },
  ]),
  {
    label: 'The API server’s own time for such a change, p99, all viewers',
    unit: 'ms',
    left: 'ours.manyViewers.writeMs.p99',
    right: 'peers.unwatched.writeMs.p99',
  },
  {
    label: 'From its answer to client, p99, all viewers',
    unit: 'ms',
    left: 'ours.manyViewers.afterWriteMs.p99',
    right: 'peers.unwatched.afterWriteMs.p99',
  },
  ...(['p50', 'p99'] as const).flatMap((part): Line[] => [
    {
      label: `Page of 50 by REST, sorted and filtered, new question, ${part}`,
      unit: 'ms',
      left: `ours.readPageMs.new.${part}`,
    },
    {
      label: `Page of 50 by REST, the next page of it, ${part}`,
      unit: 'ms',
      left: `ours.readPageMs.again.${part}`,
    },
  ]),
  ...(
    [
      ['Lists of watched kinds', 'watchedListsPerMinute'],
      ['Lists of metrics.k8s.io', 'polledListsPerMinute'],
      ['Watches opened', 'watchesPerMinute'],
    ] as const
  ).map(([what, key]): Line => ({
    label: `${what} a minute, all viewers (informers: nobody)`,
    unit: '',
    left: `ours.manyViewers.requests.${key}`,
    right: `peers.unwatched.requests.${key}`,
  })),
  {
    label: 'CPU of the demo fleet during the cold sync',
    unit: 's',
    left: 'ours.coldSync.fleetCpuSeconds',
    right: 'peers.coldSync.fleetCpuSeconds',
  },
  {
    label: 'Core taken by other programs during the cold sync',
    unit: '%',
    left: 'ours.coldSync.host.othersOnCore',
    right: 'peers.coldSync.host.othersOnCore',
  },
  {
    label: 'Load average of the machine during the cold sync',
    unit: '',
    left: 'ours.coldSync.host.loadAverage1m',
    right: 'peers.coldSync.host.loadAverage1m',
  },
];
