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
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BenchResult, BenchRun } from './BenchResult';
import { warmFleet } from './load/warmFleet';
import { measureOurs } from './measure/measureOurs';
import { measurePeers } from './measure/measurePeers';
import { measurePolling } from './measure/measurePolling';
import { measureSick } from './measure/measureSick';
import { FleetProcess } from './processes/FleetProcess';
import { thisMachine } from './processes/thisMachine';
import { informerRatios, pollingRatios, sickRatios } from './ratios';
import { summarise } from './summarise';
import { Workload } from './workloads';

const SYSTEMS = {
  ours: 'The fleet plugin in a Backstage backend with nothing else: keeps typed rows of pods, nodes, namespaces, deployments and events, checks whole lists a page at a time, serves views over HTTP. Permissions and sign-in are the mocks of Backstage, which allow everything.',
  peers:
    'makeInformer of @kubernetes/client-node 1.4.0 for the same five kinds of every cluster: keeps whole objects in the process; has no views, no server and no viewers.',
  polling:
    '@backstage/plugin-kubernetes-backend in a Backstage backend with nothing else, all clusters in its configuration: keeps nothing, and has each tab with the Kubernetes page of one component ask every cluster each ten seconds.',
};

const NOT_MEASURED = [
  'the time until a browser has painted: clients are Node processes',
  'permissions asked from another process, and sign-in: mocks answer',
  'more than one backend replica, networks other than loopback',
];

export interface RunBenchOptions {
  readonly workload: Workload;
  readonly runs: number;
  readonly peers: boolean;
  readonly profile?: string;
  readonly log: (line: string) => void;
}

interface OneRun extends RunBenchOptions {
  readonly fleet: FleetProcess;
  /** Counted from 0. */
  readonly index: number;
}

export async function runBench(options: RunBenchOptions): Promise<BenchResult> {
  const { workload, log, profile } = options;
  const date = new Date().toISOString();
  const runs: BenchRun[] = [];
  for (let index = 0; index < options.runs; index += 1) {
    const folder = await mkdtemp(join(tmpdir(), 'quarterdeck-bench-'));
    try {
      log(
        `${workload.name}, run ${index + 1} of ${options.runs}: starting the demo fleet`,
      );
      const fleet = await FleetProcess.start(workload, folder);
      try {
        await warmFleet(fleet.clusters);
        const measure = workload.sick ? measureAmongSick : measureAll;
        runs.push(await measure({ ...options, fleet, index }));
      } finally {
        await fleet.stop();
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
  return {
    workload,
    machine: thisMachine(),
    date,
    systems: SYSTEMS,
    profiled: profile !== undefined,
    notMeasured: NOT_MEASURED,
    runs,
    summary: summarise(runs),
  };
}

async function measureAmongSick(options: OneRun): Promise<BenchRun> {
  const sick = await measureSick(options);
  return { sick, ratios: sickRatios(sick), failed: {} };
}

async function measureAll(options: OneRun): Promise<BenchRun> {
  const { index, peers, log } = options;
  const figures: Partial<Pick<BenchRun, 'ours' | 'peers' | 'polling'>> = {};
  const failed: Record<string, string> = {};
  const measure = <T>(run: (options: OneRun) => Promise<T>) => run(options);
  const steps: Array<() => Promise<void>> = [
    async () => {
      log('Measuring the fleet plugin');
      Object.assign(figures, { ours: await measure(measureOurs) });
    },
  ];
  const addPeer = <T>(
    key: 'peers' | 'polling',
    name: string,
    run: (options: OneRun) => Promise<T>,
  ) =>
    steps.push(async () => {
      log(`Measuring ${name}`);
      try {
        Object.assign(figures, { [key]: await measure(run) });
      } catch (error) {
        // Not to bear a fleet, or to hold a wrong one, is a result; only that of ours fails the run.
        failed[key] = reasonOf(error);
        log(`${name} failed: ${failed[key]}`);
      }
    });
  if (peers) {
    addPeer('peers', 'the informers', measurePeers);
    addPeer('polling', 'the Kubernetes plugin', measurePolling);
  }
  // In turns, because whoever comes later finds a warm fleet.
  for (const step of index % 2 === 0 ? steps : steps.reverse()) await step();
  const { ours, peers: informers, polling } = figures;
  return {
    ...figures,
    ratios: {
      ...(informers && informerRatios(ours!, informers)),
      ...(polling && pollingRatios(ours!, polling)),
    },
    failed,
  };
}

/** The first line that says something, in a report's length. */
function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : `${error}`;
  const lines = text.split('\n').map(line => line.trim());
  const telling = lines.find(line => /error/i.test(line)) ?? lines[0];
  return telling.slice(0, 300);
}
