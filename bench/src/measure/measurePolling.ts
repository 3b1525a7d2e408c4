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

import { setTimeout as wait } from 'node:timers/promises';
import { Distribution, distribution } from '../load/distribution';
import { ENTITY_SELECTOR } from '../load/entityTab';
import { PollingTab } from '../load/PollingTab';
import { Prober } from '../load/Prober';
import { FleetProcess } from '../processes/FleetProcess';
import { SystemProcess } from '../processes/SystemProcess';
import { preciseNow } from '../systems/protocol';
import { Workload } from '../workloads';
import { MemoryFigures } from './coldSync';
import { measureIdle } from './measureIdle';
import { measureWindow, WindowFigures } from './measureWindow';
import { Profiles } from './Profiles';

const POLLING_PERIOD = 10_000;
/** Probes are rarer than elsewhere: each has to outlast a poll. */
const PROBE_PERIOD = 500;
const GIVE_UP = 60_000;
const FIRST_ANSWERS = 60_000;

export interface PollingFigures extends WindowFigures {
  readonly idleCpuPerSecond: number;
  readonly memory: Pick<
    MemoryFigures,
    'idleRssMb' | 'atEndRssMb' | 'peakRssMb'
  >;
  /** From sending the change to the API server until the first tab holds it. */
  readonly latencyMs?: Distribution;
  /** Changes that it did not hold within a minute. */
  readonly late: number;
  /** Changes that an API server did not take within ten seconds. */
  readonly unsent: number;
  /** From asking until the answer is there. */
  readonly answerMs?: Distribution;
  readonly answers: number;
  readonly failures: number;
  /** Tabs that had no answer from before the window until its end. */
  readonly unanswered: number;
  /** Fewest clusters that an answer to the first tab was about; failed ones left out. */
  readonly clustersAnswered?: number;
  readonly receivedMbPerSecond: number;
}

/** Backstage's own Kubernetes plugin while some tabs are open. */
export async function measurePolling(bench: {
  workload: Workload;
  fleet: FleetProcess;
  profile?: string;
  /** Names of the clusters that it is told of; all unless told. */
  clusters?: readonly string[];
  /** Names of those whose pods are changed at known times; all unless told. */
  healthy?: readonly string[];
  /** How many tabs are open; as many as the workload has viewers unless told. */
  tabs?: number;
}): Promise<PollingFigures> {
  const { workload, fleet } = bench;
  const { tabs: wanted = workload.viewers } = bench;
  const all = fleet.clusters.map(({ name }) => name);
  const { clusters = all, healthy = all } = bench;
  const profiles = new Profiles(bench.profile, 'polling');
  const system = new SystemProcess('kubernetesPlugin', {
    kubeconfig: fleet.kubeconfig,
    clusters,
  });
  const tabs: PollingTab[] = [];
  try {
    const { port } = await system.ask('start');
    const idle = await measureIdle(system, workload.seconds);
    const prober = new Prober(fleet.named(healthy), {
      period: PROBE_PERIOD,
      giveUp: GIVE_UP,
      selector: ENTITY_SELECTOR,
    });
    await prober.find();
    for (let index = 0; index < wanted; index += 1) {
      tabs.push(
        new PollingTab({
          port: port!,
          viewer: `viewer-${index}`,
          onRestarts:
            index === 0
              ? restarts => prober.seen(restarts, preciseNow())
              : undefined,
        }),
      );
      // People do not come all at once.
      await wait(POLLING_PERIOD / wanted);
    }
    await firstAnswers(tabs);
    await prober.start();
    const bytes = () => tabs.reduce((sum, tab) => sum + tab.bytes, 0);
    const before = bytes();
    const figures = await measureWindow({
      name: 'tabs',
      system,
      fleet,
      seconds: 2 * workload.seconds,
      profiles,
      idleCpuPerSecond: idle.cpuPerSecond,
    });
    const received = bytes() - before;
    const { latencyMs, lost, unsent } = await prober.finish();
    const took = tabs.flatMap(tab => tab.took);
    const answered = tabs.flatMap(tab => tab.clustersAnswered);
    const unanswered = tabs.filter(tab => tab.took.length === 0).length;
    tabs.forEach(tab => tab.close());
    const end = await system.ask('settledMemory');
    const { peakRssMb } = await system.ask('usage');
    return {
      ...figures,
      idleCpuPerSecond: idle.cpuPerSecond,
      memory: {
        idleRssMb: idle.memory.rssMb,
        atEndRssMb: end.rssMb,
        peakRssMb,
      },
      latencyMs,
      late: lost,
      unsent,
      answerMs: distribution(took),
      answers: took.length,
      failures: tabs.reduce((sum, tab) => sum + tab.failures.length, 0),
      unanswered,
      clustersAnswered: answered.length > 0 ? Math.min(...answered) : undefined,
      receivedMbPerSecond: received / figures.seconds / 1e6,
    };
  } finally {
    tabs.forEach(tab => tab.close());
    await system.stop();
  }
}

/** Waits until each tab has had an answer, for a while. */
async function firstAnswers(tabs: readonly PollingTab[]): Promise<void> {
  const deadline = Date.now() + FIRST_ANSWERS;
  while (tabs.some(({ took }) => took.length === 0) && Date.now() < deadline) {
    await wait(100);
  }
}
