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

import { BenchResult } from '../runBench';
import { Spread } from '../summarise';

interface Line {
  readonly label: string;
  readonly unit: string;
  readonly ours: string;
  readonly peers?: string;
  readonly ratio?: string;
}

const LINES: readonly Line[] = [
  {
    label: 'Cold sync, first cluster complete',
    unit: 's',
    ours: 'coldSync.firstClusterSeconds',
    peers: 'coldSync.firstClusterSeconds',
    ratio: 'coldSyncFirstCluster',
  },
  {
    label: 'Cold sync, inventory complete',
    unit: 's',
    ours: 'coldSync.completeSeconds',
    peers: 'coldSync.completeSeconds',
    ratio: 'coldSyncComplete',
  },
  {
    label: 'Cold sync, CPU',
    unit: 's',
    ours: 'coldSync.cpuSeconds',
    peers: 'coldSync.cpuSeconds',
    ratio: 'coldSyncCpu',
  },
  {
    label: 'Cold sync, longest stall of the event loop',
    unit: 'ms',
    ours: 'coldSync.longestStallMs',
    peers: 'coldSync.longestStallMs',
    ratio: 'coldSyncStall',
  },
  {
    label: 'Memory (RSS) of the idle process',
    unit: 'MB',
    ours: 'memory.idleRssMb',
    peers: 'memory.idleRssMb',
  },
  {
    label: 'Memory (RSS) after the sync',
    unit: 'MB',
    ours: 'memory.afterSyncRssMb',
    peers: 'memory.afterSyncRssMb',
    ratio: 'totalMemory',
  },
  {
    label: 'Memory (RSS) added by the fleet',
    unit: 'MB',
    ours: 'memory.addedRssMb',
    peers: 'memory.addedRssMb',
    ratio: 'addedMemory',
  },
  {
    label: 'Heap added by the fleet',
    unit: 'MB',
    ours: 'memory.addedHeapMb',
    peers: 'memory.addedHeapMb',
    ratio: 'addedHeap',
  },
  {
    label: 'Memory (RSS) at the end',
    unit: 'MB',
    ours: 'memory.atEndRssMb',
    peers: 'memory.atEndRssMb',
  },
  {
    label: 'Memory (RSS) at its peak',
    unit: 'MB',
    ours: 'memory.peakRssMb',
    peers: 'memory.peakRssMb',
  },
  {
    label: 'CPU of the idle process, part of a core',
    unit: '%',
    ours: 'idleCpuPerSecond',
    peers: 'idleCpuPerSecond',
  },
  {
    label: 'CPU for 10,000 changes, nobody looks',
    unit: 's',
    ours: 'unwatched.cpuSecondsPer10kChanges',
    peers: 'unwatched.cpuSecondsPer10kChanges',
    ratio: 'cpuPerChangeUnwatched',
  },
  {
    label: 'CPU for 10,000 changes, nobody looks, beside the idle process',
    unit: 's',
    ours: 'unwatched.cpuSecondsPer10kChangesBesideIdle',
    peers: 'unwatched.cpuSecondsPer10kChangesBesideIdle',
  },
  {
    label: 'CPU for 10,000 changes, twenty live views',
    unit: 's',
    ours: 'twentyViews.cpuSecondsPer10kChanges',
  },
  {
    label: 'CPU for 10,000 changes, twenty live views, beside the idle process',
    unit: 's',
    ours: 'twentyViews.cpuSecondsPer10kChangesBesideIdle',
  },
  {
    label: 'CPU for 10,000 changes, all viewers with twenty views each',
    unit: 's',
    ours: 'manyViewers.cpuSecondsPer10kChanges',
  },
  {
    label: 'CPU for 10,000 changes, all viewers, beside the idle process',
    unit: 's',
    ours: 'manyViewers.cpuSecondsPer10kChangesBesideIdle',
  },
  {
    label: 'Longest stall, nobody looks',
    unit: 'ms',
    ours: 'unwatched.longestStallMs',
    peers: 'unwatched.longestStallMs',
  },
  {
    label: 'Longest stall, twenty live views',
    unit: 'ms',
    ours: 'twentyViews.longestStallMs',
  },
  {
    label: 'Longest stall, all viewers',
    unit: 'ms',
    ours: 'manyViewers.longestStallMs',
  },
  {
    label: 'Opening twenty views that nobody had open',
    unit: 'ms',
    ours: 'twentyViews.openMs',
  },
  {
    label: 'Longest stall meanwhile',
    unit: 'ms',
    ours: 'twentyViews.openStallMs',
  },
  ...(['p50', 'p99', 'max'] as const).flatMap((part): Line[] => [
    {
      label: `Change to client, ${part}, twenty live views (informers: to callback)`,
      unit: 'ms',
      ours: `twentyViews.latencyMs.${part}`,
      peers: `unwatched.latencyMs.${part}`,
    },
    {
      label: `Change to client, ${part}, all viewers`,
      unit: 'ms',
      ours: `manyViewers.latencyMs.${part}`,
    },
  ]),
  ...(['p50', 'p99'] as const).flatMap((part): Line[] => [
    {
      label: `Page of 50 by REST, sorted and filtered, new question, ${part}`,
      unit: 'ms',
      ours: `readPageMs.new.${part}`,
    },
    {
      label: `Page of 50 by REST, the next page of it, ${part}`,
      unit: 'ms',
      ours: `readPageMs.again.${part}`,
    },
  ]),
  {
    label: 'CPU of the demo fleet during the cold sync',
    unit: 's',
    ours: 'coldSync.fleetCpuSeconds',
    peers: 'coldSync.fleetCpuSeconds',
  },
  {
    label: 'Core taken by other programs during the cold sync',
    unit: '%',
    ours: 'coldSync.host.othersOnCore',
    peers: 'coldSync.host.othersOnCore',
  },
  {
    label: 'Load average of the machine during the cold sync',
    unit: '',
    ours: 'coldSync.host.loadAverage1m',
    peers: 'coldSync.host.loadAverage1m',
  },
];

/** Rows of cells: what, ours, the informers', the ratio. */
export function resultTable({ summary, runs }: BenchResult): string[][] {
  const cell = (path: string, unit: string) => {
    const spread = summary[path];
    return spread ? spreadText(spread, unit, runs.length) : '–';
  };
  return [
    ['Measure', 'Quarterdeck', 'client-node informers', 'Ratio'],
    ...LINES.map(({ label, unit, ours, peers, ratio }) => [
      label,
      cell(`ours.${ours}`, unit),
      peers ? cell(`peers.${peers}`, unit) : '–',
      ratio ? cell(`ratios.${ratio}`, '×') : '',
    ]),
  ];
}

function spreadText(spread: Spread, unit: string, runs: number): string {
  const scale = unit === '%' ? 100 : 1;
  const number = (value: number) => numberText(value * scale);
  const range =
    runs > 1 ? ` (${number(spread.min)}–${number(spread.max)})` : '';
  return `${number(spread.median)}${unit && ` ${unit}`}${range}`;
}

function numberText(value: number): string {
  const size = Math.abs(value);
  if (size >= 100) return Math.round(value).toLocaleString('en-GB');
  return value.toFixed(size >= 10 ? 1 : 2);
}

export function plainTable(rows: readonly string[][]): string {
  const widths = rows[0].map((_, column) =>
    Math.max(...rows.map(row => row[column].length)),
  );
  return rows
    .map(row =>
      row
        .map((cell, column) => cell.padEnd(widths[column]))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
