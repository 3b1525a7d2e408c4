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

import { resultTable } from './cli/resultTable';
import { runBench } from './runBench';

jest.setTimeout(60_000);

const number = expect.any(Number);
const host = expect.objectContaining({ loadAverage1m: number });
const distribution = { count: number, p50: number, p99: number, max: number };
const coldSync = {
  firstClusterSeconds: number,
  completeSeconds: number,
  cpuSeconds: number,
  longestStallMs: number,
  fleetCpuSeconds: process.platform === 'linux' ? number : undefined,
  host,
};
const memory = {
  idleRssMb: number,
  afterSyncRssMb: number,
  addedRssMb: number,
  addedHeapMb: number,
  atEndRssMb: number,
  peakRssMb: number,
};
const window = {
  seconds: number,
  changes: number,
  cpuSeconds: number,
  cpuSecondsPer10kChanges: number,
  cpuSecondsPer10kChangesBesideIdle: number,
  longestStallMs: number,
  host,
};
const probes = {
  latencyMs: distribution,
  writeMs: distribution,
  lost: 0,
  overtaken: number,
};
const opening = { openMs: number, openStallMs: number };
const inventory = { pods: 100, nodes: 2 };

it('measures a tiny fleet, and finds in both systems what is in it', async () => {
  const result = await runBench({
    workload: {
      name: 'smoke',
      clusters: 2,
      pods: 50,
      churn: 20,
      viewers: 2,
      seconds: 1,
      reads: 5,
    },
    runs: 1,
    peers: true,
    log: () => {},
  });
  expect(result.runs).toEqual([
    {
      ours: {
        idleCpuPerSecond: number,
        coldSync,
        memory,
        unwatched: window,
        twentyViews: { ...window, ...probes, ...opening },
        manyViewers: {
          ...window,
          ...probes,
          ...opening,
          streamedMbPerSecond: number,
        },
        readPageMs: { new: distribution, again: distribution },
        inventory,
      },
      peers: {
        idleCpuPerSecond: number,
        coldSync,
        memory,
        unwatched: { ...window, ...probes },
        errors: 0,
        inventory,
      },
      ratios: expect.objectContaining({
        coldSyncComplete: number,
        addedMemory: number,
        cpuPerChangeTwentyViews: number,
      }),
    },
  ]);
  const numbers = Object.values(result.summary).flatMap(Object.values);
  expect(numbers.filter(value => !Number.isFinite(value))).toEqual([]);
  // Every line of the table is about something that was measured.
  const cells = resultTable(result).map(([label, ours]) => [label, ours]);
  expect(cells.filter(([, ours]) => ours === '–')).toEqual([]);
});
