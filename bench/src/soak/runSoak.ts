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
import { FleetRest } from '../load/FleetRest';
import { FleetStream } from '../load/FleetStream';
import { Prober } from '../load/Prober';
import { twentyViews } from '../load/twentyViews';
import { warmFleet } from '../load/warmFleet';
import { awaitCounts, WrongInventoryError } from '../measure/awaitCounts';
import { countsOf } from '../measure/countsOf';
import { FirstViewer } from '../measure/FirstViewer';
import { measureWindow } from '../measure/measureWindow';
import { Profiles } from '../measure/Profiles';
import { syncCold } from '../measure/syncCold';
import { FleetProcess } from '../processes/FleetProcess';
import { SystemProcess } from '../processes/SystemProcess';
import { thisMachine } from '../processes/thisMachine';
import { Workload } from '../workloads';
import { slope } from './slope';
import { SoakFaults } from './SoakFaults';
import { SoakResult, SoakSample } from './SoakResult';

/** Changes behind a watch that is opened anew come later, but they come. */
const GIVE_UP = 60_000;
/** Part of the samples in which a process may still be settling. */
const WARM_UP = 0.2;

interface SoakOptions {
  readonly workload: Workload;
  readonly minutes: number;
  /** Length of a sample; for tests. */
  readonly sampleSeconds?: number;
  readonly log: (line: string) => void;
}

/** Keeps a backend going with viewers that come and go and with faults, and looks each minute what it uses. */
export async function runSoak(options: SoakOptions): Promise<SoakResult> {
  const { workload, minutes } = options;
  const date = new Date().toISOString();
  const folder = await mkdtemp(join(tmpdir(), 'quarterdeck-bench-'));
  try {
    const fleet = await FleetProcess.start(workload, folder);
    try {
      await warmFleet(fleet.clusters);
      const { samples, inventory } = await soak(options, fleet);
      return {
        workload,
        machine: thisMachine(),
        date,
        minutes,
        samples,
        perHour: growth(samples),
        inventory,
      };
    } finally {
      await fleet.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function soak(
  options: SoakOptions,
  fleet: FleetProcess,
): Promise<Pick<SoakResult, 'samples' | 'inventory'>> {
  const { workload, minutes, log, sampleSeconds = 60 } = options;
  const system = new SystemProcess('fleetBackend', {
    kubeconfig: fleet.kubeconfig,
    clusters: fleet.clusters.map(({ name }) => name),
  });
  const viewers: FleetStream[] = [];
  const subscriptions = twentyViews(fleet.clusters.map(({ name }) => name));
  const samples: SoakSample[] = [];
  try {
    const profiles = new Profiles(undefined, 'soak');
    const { port } = await syncCold({ workload, fleet, system, profiles });
    const come = async (viewer: string) => {
      viewers.push(await FleetStream.open({ port, viewer, subscriptions }));
    };
    const faults = new SoakFaults(fleet);
    const started = performance.now();
    const now = () => (performance.now() - started) / 60_000;
    for (let index = 1; index < workload.viewers; index += 1) {
      await come(`viewer-${index}`);
    }
    while (now() < minutes) {
      const fault = await faults.next();
      // Somebody goes, somebody else comes.
      viewers.shift()?.close();
      await come(`later-viewer-${samples.length}`);
      const sample = await takeSample({
        system,
        fleet,
        port,
        seconds: sampleSeconds,
      });
      const ended = viewers.find(each => each.ended)?.ended;
      if (ended) throw new Error(`A stream ended too early: ${ended}`);
      samples.push({ ...sample, minute: now(), fault });
      log(sampleText(samples.at(-1)!));
    }
    const rest = new FleetRest(port);
    const inventory = await awaitCounts('The backend', fleet, () =>
      countsOf(rest),
    );
    return { samples, inventory };
  } finally {
    viewers.forEach(viewer => viewer.close());
    await system.stop();
  }
}

async function takeSample(options: {
  system: SystemProcess;
  fleet: FleetProcess;
  port: number;
  seconds: number;
}): Promise<Omit<SoakSample, 'minute' | 'fault'>> {
  const { system, fleet, port, seconds } = options;
  const healthy = fleet.clusters.map(({ name }) => name);
  const prober = new Prober(fleet.clusters, { giveUp: GIVE_UP });
  const subscriptions = twentyViews(healthy);
  const first = new FirstViewer({
    prober,
    views: subscriptions.length,
    healthy,
  });
  const stream = await FleetStream.open({
    port,
    viewer: 'viewer-0',
    subscriptions,
    onEvent: first.onEvent,
  });
  try {
    await first.complete;
    await prober.start();
    const window = await measureWindow({
      name: 'soak',
      system,
      fleet,
      seconds,
      profiles: new Profiles(undefined, 'soak'),
      idleCpuPerSecond: 0,
    });
    const { lost, sent, latencyMs, overtaken } = await prober.finish();
    if (lost > 0) {
      throw new WrongInventoryError(
        `${lost} of ${sent} changes did not reach the client within a minute`,
      );
    }
    const { rssMb, heapMb } = await system.ask('settledMemory');
    const { watchedListsPerMinute, watchesPerMinute, allPerMinute } =
      window.requests;
    return {
      rssMb,
      heapMb,
      cpuCores: window.cpuCores,
      files: system.openFiles(),
      longestStallMs: window.longestStallMs,
      latencyMs,
      overtaken,
      requests: { watchedListsPerMinute, watchesPerMinute, allPerMinute },
    };
  } finally {
    stream.close();
  }
}

function growth(samples: readonly SoakSample[]): SoakResult['perHour'] {
  const settled = samples.slice(Math.floor(samples.length * WARM_UP));
  const of = (value: (sample: SoakSample) => number) =>
    slope(settled.map(sample => [sample.minute / 60, value(sample)]));
  return {
    rssMb: of(({ rssMb }) => rssMb),
    heapMb: of(({ heapMb }) => heapMb),
    ...(settled.every(({ files }) => files !== undefined) && {
      files: of(({ files }) => files!),
    }),
  };
}

function sampleText(sample: SoakSample): string {
  const { minute, rssMb, heapMb, cpuCores, files, latencyMs } = sample;
  return `${minute.toFixed(1)} min: RSS ${rssMb.toFixed(0)} MB, heap ${heapMb.toFixed(1)} MB, CPU ${(cpuCores * 100).toFixed(1)} %, ${files ?? '?'} files, p99 ${latencyMs?.p99.toFixed(0) ?? '?'} ms; ${sample.fault}`;
}
