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

import { resultTables } from './cli/resultTables';
import { BenchResult } from './BenchResult';
import { runBench } from './runBench';

jest.setTimeout(180_000);

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
const requests = expect.objectContaining({
  allPerMinute: number,
  perMinute: expect.any(Object),
});
const window = {
  seconds: number,
  changes: number,
  cpuSeconds: number,
  cpuCores: number,
  cpuSecondsPer10kChanges: number,
  cpuSecondsPer10kChangesBesideIdle: number,
  longestStallMs: number,
  requests,
  host,
};
const probes = {
  latencyMs: distribution,
  writeMs: distribution,
  afterWriteMs: distribution,
  lost: 0,
  overtaken: number,
  unsent: number,
};
const opening = { openMs: number, openStallMs: number };
const viewers = {
  ...window,
  ...probes,
  ...opening,
  streamedMbPerSecond: number,
};
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
        twentyViews: viewers,
        manyViewers: viewers,
        // However many look, nothing that is watched is listed.
        entityTabs: {
          ...viewers,
          requests: expect.objectContaining({ watchedListsPerMinute: 0 }),
        },
        longestStallMs: number,
        readPageMs: { new: distribution, again: distribution },
        inventory,
      },
      peers: {
        idleCpuPerSecond: number,
        coldSync,
        memory,
        unwatched: { ...window, ...probes },
        errors: 0,
        longestStallMs: number,
        inventory,
      },
      polling: expect.objectContaining({
        answers: number,
        failures: 0,
        clustersAnswered: 2,
      }),
      ratios: expect.objectContaining({
        coldSyncComplete: number,
        addedMemory: number,
        cpuPerChangeTwentyViews: number,
        tabCpu: number,
      }),
      failed: {},
    },
  ]);
  const numbers = Object.values(result.summary).flatMap(Object.values);
  expect(numbers.filter(value => !Number.isFinite(value))).toEqual([]);
  expect(gapsOf(result)).toEqual([]);
});

it('measures healthy clusters alone and among the sick, and finds all of them', async () => {
  const result = await runBench({
    workload: {
      name: 'sick smoke',
      clusters: 8,
      pods: 30,
      churn: 20,
      viewers: 2,
      seconds: 1,
      reads: 1,
      // One of each sickness.
      sick: 6,
    },
    runs: 1,
    peers: false,
    log: () => {},
  });
  const healthy = {
    coldSync: expect.objectContaining({ completeSeconds: number }),
    manyViewers: viewers,
    longestStallMs: number,
  };
  expect(result.runs).toEqual([
    {
      sick: { healthy: 2, ours: { alone: healthy, among: healthy } },
      ratios: expect.objectContaining({
        sickComplete: number,
        sickLatency: number,
      }),
      failed: {},
    },
  ]);
});

/** Lines of the tables that are about something which was not measured. */
function gapsOf(result: BenchResult): string[] {
  return resultTables(result).flatMap(({ rows }) =>
    rows
      .slice(1)
      .flatMap(([label, left, right]) =>
        left === '–' && right === '–' ? [label] : [],
      ),
  );
}
