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

import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, release, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { warmFleet } from './load/warmFleet';
import { measureOurs, OursFigures } from './measure/measureOurs';
import { measurePeers, PeerFigures } from './measure/measurePeers';
import { FleetProcess } from './processes/FleetProcess';
import { canPin } from './processes/pinning';
import { ratiosOf, Ratios } from './ratios';
import { Spread, summarise } from './summarise';
import { Workload } from './workloads';

export interface BenchRun {
  readonly ours: OursFigures;
  readonly peers?: PeerFigures;
  /** How many times the informers' figure is ours. */
  readonly ratios?: Ratios;
}

export interface BenchResult {
  readonly workload: Workload;
  readonly machine: {
    readonly cpu: string;
    readonly cores: number;
    readonly memoryGb: number;
    readonly system: string;
    readonly node: string;
    /** Whether each process had its core. */
    readonly pinned: boolean;
  };
  readonly date: string;
  readonly systems: { readonly ours: string; readonly peers: string };
  readonly profiled: boolean;
  readonly notMeasured: readonly string[];
  readonly runs: readonly BenchRun[];
  readonly summary: Readonly<Record<string, Spread>>;
}

const SYSTEMS = {
  ours: 'The fleet plugin in a Backstage backend with nothing else: keeps typed rows of pods, nodes, namespaces, deployments and events, checks whole lists a page at a time, serves views over HTTP. Permissions and sign-in are the mocks of Backstage, which allow everything.',
  peers:
    'makeInformer of @kubernetes/client-node 1.4.0 for the same five kinds of every cluster: keeps whole objects in the process; has no views, no server and no viewers.',
};

const NOT_MEASURED = [
  'requests that each API server receives in steady state: the demo fleet does not count them',
  'the time until a browser has painted: clients are Node processes',
  'permissions asked from another process, and sign-in: mocks answer',
  'other peers than the informers, more than one backend replica, networks other than loopback',
];

export async function runBench(options: {
  workload: Workload;
  runs: number;
  peers: boolean;
  profile?: string;
  log: (line: string) => void;
}): Promise<BenchResult> {
  const { workload, log, profile } = options;
  const date = new Date().toISOString();
  const runs: BenchRun[] = [];
  for (let index = 0; index < options.runs; index += 1) {
    const folder = await mkdtemp(join(tmpdir(), 'quarterdeck-bench-'));
    try {
      log(`Run ${index + 1} of ${options.runs}: starting the demo fleet`);
      const fleet = await FleetProcess.start(workload, folder);
      try {
        await warmFleet(fleet.clusters);
        runs.push(await measureBoth({ ...options, fleet, profile, index }));
      } finally {
        await fleet.stop();
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
  return {
    workload,
    machine: {
      cpu: cpus()[0]?.model ?? 'unknown',
      cores: cpus().length,
      memoryGb: Math.round(totalmem() / 2 ** 30),
      system: `${process.platform} ${release()}`,
      node: process.version,
      pinned: canPin(),
    },
    date,
    systems: SYSTEMS,
    profiled: profile !== undefined,
    notMeasured: NOT_MEASURED,
    runs,
    summary: summarise(runs),
  };
}

async function measureBoth(options: {
  workload: Workload;
  fleet: FleetProcess;
  peers: boolean;
  profile?: string;
  index: number;
  log: (line: string) => void;
}): Promise<BenchRun> {
  const { index, log } = options;
  const figures: { ours?: OursFigures; peers?: PeerFigures } = {};
  const steps = [
    async () => {
      log('Measuring the fleet plugin');
      figures.ours = await measureOurs(options);
    },
    async () => {
      if (!options.peers) return;
      log('Measuring the informers');
      figures.peers = await measurePeers(options);
    },
  ];
  // In turns, because whoever comes second finds a warm fleet.
  for (const step of index % 2 === 0 ? steps : steps.reverse()) await step();
  const { ours, peers } = figures;
  return { ours: ours!, peers, ratios: peers && ratiosOf(ours!, peers) };
}
