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

import { startControlServer } from './control/startControlServer';
import { DemoCluster, openCluster, processTls } from './DemoCluster';
import { ClusterBuilder, HISTORY_MS } from './generator/ClusterBuilder';
import {
  checkScenario,
  DEFAULT_SCENARIO,
  LoadedScenario,
  loadScenario,
} from './generator/loadScenario';
import { serverVersion } from './generator/providers';
import type { ScenarioInput } from './generator/scenarioSchema';
import { SyntheticChurn } from './generator/synthetic/SyntheticChurn';
import { SyntheticCluster } from './generator/synthetic/SyntheticCluster';
import { syntheticScenarioCluster } from './generator/synthetic/syntheticScenarioCluster';
import { kubeconfigOf, portalKubeconfigOf } from './kubeconfig';
import type { ObjectStore } from './store/ObjectStore';
import { startStoreControllers } from './store/storeControllers';
import { ClusterWorld } from './world/ClusterWorld';
import { createStore } from './world/createStore';
import { SimulationClock } from './world/SimulationClock';

const HOUR = 3_600_000;

export interface StartDemoFleetOptions {
  /** A file, a scenario itself, or `default`. */
  scenario?: string | ScenarioInput;
  /** With any of these three the fleet is synthetic: ready-made pods, for load. */
  clusters?: number;
  /** Pods per cluster. */
  pods?: number;
  /** Changes a second over all clusters. */
  churn?: number;
  seed?: number;
  /** Control endpoint; clusters follow. Free ports unless told. */
  port?: number;
  /** How fast simulated time passes. */
  speed?: number;
  /** false: the clusters of a scenario stand still once they are made. */
  controllers?: boolean;
}

export interface DemoFleet {
  clusters: DemoCluster[];
  controlUrl: string;
  /** Changes made so far by the churn of a synthetic fleet. */
  readonly changes: number;
  kubeconfig(): string;
  /** For a portal: a service account with few rights in each cluster. */
  portalKubeconfig(): string;
  stop(): Promise<void>;
}

interface Inhabitant {
  name: string;
  provider: string;
  region: string;
  version: string;
  latencyMs: number;
  reachable: boolean;
  metrics: boolean;
  store: ObjectStore;
}

interface Population {
  inhabitants: Inhabitant[];
  /** Sets the clusters going, once they can be reached. */
  goLive(): void;
  changes(): number;
  stop(): void;
}

export async function startDemoFleet(
  options: StartDemoFleetOptions = {},
): Promise<DemoFleet> {
  const { seed = 1, port } = options;
  const synthetic = [options.clusters, options.pods, options.churn].some(
    value => value !== undefined,
  );
  const readyAt = Date.now();
  const clock = new SimulationClock({
    startAt: synthetic ? readyAt : readyAt - HISTORY_MS,
    speed: options.speed,
  });
  const population = synthetic
    ? syntheticPopulation(options, clock, seed)
    : await scenarioPopulation(options, clock, seed, readyAt);

  const clusters: DemoCluster[] = [];
  const stops: Array<() => void | Promise<void>> = [
    () => clock.stop(),
    () => population.stop(),
  ];
  const stop = async () => {
    await Promise.all(stops.map(each => each()));
  };
  try {
    for (const [index, inhabitant] of population.inhabitants.entries()) {
      const cluster = await openCluster({
        ...inhabitant,
        seed,
        port: port === undefined ? undefined : port + 1 + index,
        encodeAhead: synthetic,
      });
      clusters.push(cluster);
      stops.push(() => cluster.stop());
    }
    const control = await startControlServer({
      clusters,
      clock,
      changes: population.changes,
      port,
    });
    stops.push(() => control.stop());
    clock.start();
    population.goLive();
    return {
      clusters,
      controlUrl: control.url,
      get changes() {
        return population.changes();
      },
      kubeconfig: () => kubeconfigOf(clusters),
      portalKubeconfig: () => portalKubeconfigOf(clusters),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function scenarioPopulation(
  options: StartDemoFleetOptions,
  clock: SimulationClock,
  seed: number,
  readyAt: number,
): Promise<Population> {
  const scenario = await scenarioOf(options.scenario);
  const { authority } = await processTls();
  const built = scenario.clusters.map(cluster => {
    const store = createStore(clock, seed, cluster.name);
    const world = new ClusterWorld({
      name: cluster.name,
      store,
      clock,
      seed,
      eventsFrom: readyAt - HOUR,
    });
    const builder = new ClusterBuilder({
      world,
      scenario,
      cluster,
      seed,
      certificateAuthority: authority.certificate,
      readyAt,
    });
    builder.plan();
    const inhabitant = { ...cluster, version: serverVersion(cluster), store };
    return { world, builder, inhabitant };
  });
  clock.advance(HISTORY_MS);
  if (options.controllers === false) {
    built.forEach(({ world }) => world.stop());
  }
  return {
    inhabitants: built.map(({ inhabitant }) => inhabitant),
    goLive() {
      if (options.controllers === false) return;
      built.forEach(({ builder }) => builder.goLive());
    },
    changes: () => 0,
    stop: () => built.forEach(({ world }) => world.stop()),
  };
}

async function scenarioOf(
  scenario: StartDemoFleetOptions['scenario'] = 'default',
): Promise<LoadedScenario> {
  if (typeof scenario !== 'string') return checkScenario(scenario, 'scenario');
  return loadScenario(scenario === 'default' ? DEFAULT_SCENARIO : scenario);
}

function syntheticPopulation(
  options: StartDemoFleetOptions,
  clock: SimulationClock,
  seed: number,
): Population {
  const { clusters = 5, pods = 500, churn = 10 } = options;
  const filled = Array.from({ length: clusters }, (_, index) => {
    const cluster = syntheticScenarioCluster(index);
    const store = createStore(clock, seed, cluster.name);
    const synthetic = new SyntheticCluster(store, {
      cluster,
      seed,
      pods,
      now: clock.now(),
    });
    synthetic.fill();
    startStoreControllers(store);
    const inhabitant = { ...cluster, version: serverVersion(cluster), store };
    return { synthetic, inhabitant };
  });
  const driver = new SyntheticChurn(
    filled.map(({ synthetic }) => synthetic),
    { perSecond: churn, seed },
  );
  return {
    inhabitants: filled.map(({ inhabitant }) => inhabitant),
    goLive: () => driver.start(),
    changes: () => driver.changes,
    stop: () => driver.stop(),
  };
}
