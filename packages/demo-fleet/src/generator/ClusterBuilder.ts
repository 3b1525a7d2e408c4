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

import { BEHAVIOUR_ANNOTATION } from '../controllers/kubelet/behaviour';
import { HorizontalPodAutoscalers } from '../controllers/autoscaling/HorizontalPodAutoscalers';
import { NodeHeartbeats } from '../controllers/NodeHeartbeats';
import { Controllers, startControllers } from '../controllers/startControllers';
import type { KubeObject } from '../store/ObjectStore';
import type { ClusterWorld } from '../world/ClusterWorld';
import { timestamp } from '../world/kubernetesTime';
import { SeededRandom } from '../world/SeededRandom';
import { ChurnDriver, rollOut } from './ChurnDriver';
import type { LoadedScenario } from './loadScenario';
import { deadKubelet, nodeManifest } from './nodeManifest';
import type { Pack, ScenarioCluster, Workload } from './scenarioSchema';
import { seedObject, withTimes } from './seedObject';
import { namespaceManifests, ownerOf } from './seedNamespaces';
import { namespacePolicies, priorityClasses } from './clusterDefaults';
import { storageClasses } from './storageClasses';
import { workloadCompanions } from './workloadCompanions';
import { workloadManifests } from './workloadManifests';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How much history a cluster lives through before anybody sees it. */
export const HISTORY_MS = 21 * DAY;

/** Failures that a rollout brings in while the version before was sound. */
const ROLLED_IN = ['crash-loop', 'image-pull-error', 'not-ready'];

export interface ClusterBuilderOptions {
  world: ClusterWorld;
  scenario: LoadedScenario;
  cluster: ScenarioCluster;
  seed: number;
  certificateAuthority: string;
  /** Simulated time at which the history ends and people look. */
  readyAt: number;
}

/**
 * Plans the history of one cluster of a scenario on its clock. Once the clock
 * has gone through it, the cluster has the ages, revisions, restarts and events
 * that its controllers made of it.
 */
export class ClusterBuilder {
  readonly #world: ClusterWorld;
  readonly #cluster: ScenarioCluster;
  readonly #random: SeededRandom;
  readonly #controllers: Controllers;

  constructor(private readonly options: ClusterBuilderOptions) {
    this.#world = options.world;
    this.#cluster = options.cluster;
    this.#random = SeededRandom.for(
      options.seed,
      `${options.cluster.name}/history`,
    );
    this.#controllers = startControllers(
      options.world,
      options.certificateAuthority,
    );
  }

  plan(): void {
    const { scenario } = this.options;
    const workloads = this.#workloads();
    const used = [...workloads, ...this.#packs().flatMap(packNamespaces)];
    for (const manifest of namespaceManifests(scenario.teams, used)) {
      seedObject(this.#world.store, manifest);
    }
    this.#seedClusterDefaults();
    const nodes = this.#nodes();
    nodes.forEach(({ node }) => this.#world.kinds.nodes.create(node));
    nodes
      .filter(({ dead }) => dead)
      .forEach(({ node }) => {
        this.#at(-35 * MINUTE, () => {
          const current = this.#world.kinds.nodes.get(
            undefined,
            node.metadata.name!,
          );
          if (current) this.#world.kinds.nodes.update(deadKubelet(current));
        });
      });
    workloads.forEach(workload => this.#planWorkload(workload));
    this.#at(-0.97 * HISTORY_MS, () => this.#addPackObjects());
    this.#at(-HOUR, () => this.#world.events.start());
  }

  /** Starts what never rests: heartbeats, and the people at work. */
  goLive(): void {
    const { cluster, seed } = this.options;
    new NodeHeartbeats(this.#world).start();
    new HorizontalPodAutoscalers(this.#world).start();
    new ChurnDriver(this.#world, this.#controllers.kubelet, {
      perHour: cluster.churnPerHour,
      seed,
    }).start();
  }

  #workloads(): Workload[] {
    const { scenario, cluster } = this.options;
    const included = cluster.include
      .flatMap(set => scenario.workloadSets[set])
      .map(workload => ({
        ...workload,
        ...(workload.scales && scaled(workload, cluster.scale)),
      }));
    const packed = this.#packs().flatMap(pack => pack.workloads);
    return [...included, ...cluster.workloads, ...packed].map(workload => ({
      ...workload,
      partOf:
        workload.partOf ?? ownerOf(scenario.teams, workload.namespace)?.system,
    }));
  }

  #packs() {
    const { scenario, cluster } = this.options;
    return scenario.loadedPacks.filter(({ clusters }) =>
      clusters.some(name => name === '*' || name === cluster.name),
    );
  }

  #nodes() {
    let index = -1;
    return this.#cluster.nodePools.flatMap(pool =>
      Array.from({ length: pool.count }, (_, poolIndex) => {
        index += 1;
        const { readyAt } = this.options;
        return {
          dead: poolIndex >= pool.count - pool.dead,
          node: nodeManifest({
            cluster: this.#cluster,
            pool,
            index,
            poolIndex,
            now: readyAt - this.#random.between(0, 5 * MINUTE),
            createdAt: readyAt - HISTORY_MS - this.#random.between(0, 60 * DAY),
            random: this.#random,
          }),
        };
      }),
    );
  }

  #planWorkload(workload: Workload): void {
    const rolledIn =
      workload.kind === 'Deployment' &&
      workload.replicas > 1 &&
      ROLLED_IN.includes(workload.behaviour);
    const broken = workload.behaviour !== 'healthy';
    const isTask = workload.kind === 'CronJob' || workload.kind === 'Job';
    let born = -this.#random.between(0.4, 0.98) * HISTORY_MS;
    if (workload.ageMinutes) born = -workload.ageMinutes * MINUTE;
    else if (isTask) born = -70 * MINUTE;
    else if (broken && !rolledIn) {
      born = -this.#random.between(40 * MINUTE, 170 * MINUTE);
    } else if (workload.kind === 'DaemonSet') born = -0.99 * HISTORY_MS;
    this.#at(born, () => this.#apply(workload, rolledIn));
    if (workload.kind !== 'Deployment' || (broken && !rolledIn)) return;
    if (workload.ageMinutes) return;
    const { namespace, name } = workload;
    const deploymentNow = () =>
      this.#world.kinds.deployments.get(namespace, name);
    // Large ones seldom change, and their history takes the longest to live.
    const most = workload.replicas > 20 ? 1 : 4;
    for (let count = this.#random.integer(0, most); count > 0; count -= 1) {
      this.#at(-this.#random.between(2.5 * HOUR, -born * 0.95), () => {
        const deployment = deploymentNow();
        if (deployment) rollOut(this.#world, deployment, this.#random);
      });
    }
    if (rolledIn) {
      this.#at(-this.#random.between(15 * MINUTE, 100 * MINUTE), () => {
        const deployment = deploymentNow();
        if (!deployment) return;
        rollOut(this.#world, deployment, this.#random, {
          [BEHAVIOUR_ANNOTATION]: workload.behaviour,
        });
      });
    }
  }

  #apply(workload: Workload, healthyAtFirst: boolean): void {
    const tag = `${this.#random.integer(1, 4)}.${this.#random.integer(0, 30)}.${this.#random.integer(0, 12)}`;
    const manifests = workloadManifests(
      healthyAtFirst ? { ...workload, behaviour: 'healthy' } : workload,
      { tag, replicas: workload.replicas },
    );
    for (const manifest of [
      ...workloadCompanions(workload, this.#world.clock.now()),
      ...manifests,
    ]) {
      if (manifest.kind === 'CronJob') {
        // As old as the rest, though its Jobs of before are forgotten.
        const age = this.#random.between(5 * DAY, HISTORY_MS);
        manifest.metadata.creationTimestamp = timestamp(
          this.options.readyAt - age,
        );
      }
      seedObject(this.#world.store, manifest);
    }
  }

  #seedClusterDefaults(): void {
    const { scenario, cluster } = this.options;
    const policies = Object.values(scenario.teams)
      .filter(({ guarded }) => guarded)
      .flatMap(({ namespaces }) => namespaces)
      .filter(namespace =>
        this.#world.kinds.namespaces.get(undefined, namespace),
      )
      .flatMap(namespacePolicies);
    for (const manifest of [
      ...storageClasses(cluster.provider),
      ...priorityClasses(),
      ...policies,
    ]) {
      seedObject(this.#world.store, manifest);
    }
  }

  #addPackObjects(): void {
    for (const pack of this.#packs()) {
      for (const manifest of pack.objects) {
        const object = withTimes(manifest, this.options.readyAt);
        seedObject(this.#world.store, object as unknown as KubeObject);
      }
    }
  }

  /** Runs something at a time before (negative) the end of the history. */
  #at(offsetMs: number, action: () => void): void {
    const { clock } = this.#world;
    clock.schedule(this.options.readyAt + offsetMs - clock.now(), action);
  }
}

/** Replicas, and what belongs to their number, in a larger or smaller cluster. */
function scaled(workload: Workload, factor: number): Partial<Workload> {
  const times = (count: number) => Math.max(1, Math.round(count * factor));
  const { autoscale, demand, replicas } = workload;
  return {
    replicas: times(replicas),
    ...(demand && { demand: demand * factor }),
    ...(autoscale && {
      autoscale: {
        ...autoscale,
        min: times(autoscale.min),
        max: times(autoscale.max),
      },
    }),
  };
}

function packNamespaces(pack: Pack): Array<{ namespace: string }> {
  return pack.objects.flatMap(({ metadata }) =>
    typeof metadata.namespace === 'string'
      ? [{ namespace: metadata.namespace }]
      : [],
  );
}
