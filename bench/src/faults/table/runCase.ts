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

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FaultCase, FleetRuntime } from '../FaultCase';
import { FaultSystem, SystemName } from '../systems/FaultSystem';
import { FleetSystem } from '../systems/FleetSystem';
import { InformerSystem } from '../systems/InformerSystem';
import { kubeconfigOf } from '../systems/kubeconfigOf';
import { startFleetParts } from '../systems/startFleetParts';
import { startFleetPlugin } from '../systems/startFleetPlugin';
import { startFleetProcess } from '../systems/startFleetProcess';
import { World } from '../world/World';
import type { CaseResult } from './CaseResult';

/** So that thirty pods are three pages. */
const PAGE_SIZE = 10;

export interface RunCaseOptions {
  readonly faultCase: FaultCase;
  readonly system: SystemName;
  readonly patience: number;
}

/** Plays one case against one system. Never throws. */
export async function runCase(options: RunCaseOptions): Promise<CaseResult> {
  const { faultCase, system, patience } = options;
  const { id, peer } = faultCase;
  const ours = system === 'quarterdeck';
  if (!ours && peer !== 'run') {
    return 'notRun' in peer
      ? { id, system, verdict: 'not run', seconds: 0, message: peer.notRun }
      : {
          id,
          system,
          verdict: 'not applicable',
          seconds: 0,
          message: peer.notApplicable,
        };
  }
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1_000;
  const runtime = faultCase.runtime ?? { wired: 'plugin' };
  const world = new World({
    system: ours
      ? fleetSystem(runtime)
      : new InformerSystem({ restarts: system === 'restarted-informers' }),
    patience,
    clockRate: ours && runtime.wired === 'parts' ? (runtime.clockRate ?? 1) : 1,
  });
  let message: string | void;
  try {
    try {
      message = await faultCase.run(world);
    } finally {
      await world.close();
    }
  } catch (error) {
    const { message: wrong } = error as Error;
    return {
      id,
      system,
      verdict: 'failed',
      seconds: seconds(),
      message: wrong,
    };
  }
  return {
    id,
    system,
    verdict: 'passed',
    seconds: seconds(),
    ...(message && { message }),
  };
}

function fleetSystem(runtime: FleetRuntime): FaultSystem {
  const inventory = { pageSize: PAGE_SIZE };
  return new FleetSystem({
    startServer: async clusters => {
      if (runtime.wired === 'parts') {
        return startFleetParts({ clusters, ...inventory, ...runtime });
      }
      const folder = await mkdtemp(join(tmpdir(), 'faults-'));
      const kubeconfig = join(folder, 'kubeconfig');
      await writeFile(kubeconfig, kubeconfigOf(clusters));
      const server =
        runtime.wired === 'process'
          ? await startFleetProcess({
              kubeconfig,
              clusters: clusters.map(({ name }) => name),
            })
          : await startFleetPlugin({
              kubeconfig,
              inventory,
              features: runtime.features?.(),
            });
      return {
        ...server,
        async stop() {
          await server.stop();
          await rm(folder, { recursive: true, force: true });
        },
      };
    },
  });
}
