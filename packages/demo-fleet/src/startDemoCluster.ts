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

import { DemoCluster, openCluster, processTls } from './DemoCluster';
import { startControllers } from './controllers/startControllers';
import { HorizontalPodAutoscalers } from './controllers/autoscaling/HorizontalPodAutoscalers';
import { NodeHeartbeats } from './controllers/NodeHeartbeats';
import { builtinObjects } from './generator/builtinObjects';
import { seedObject } from './generator/seedObject';
import {
  namespaceManifest,
  SYSTEM_NAMESPACES,
} from './generator/seedNamespaces';
import { storageClasses } from './generator/storageClasses';
import { kubeconfigOf, portalKubeconfigOf } from './kubeconfig';
import type { KubeObjectInput } from './store/ObjectStore';
import { startStoreControllers } from './store/storeControllers';
import { ClusterWorld } from './world/ClusterWorld';
import { createStore } from './world/createStore';
import { SimulationClock } from './world/SimulationClock';

/** Time in which what is given settles before anybody looks. */
const SETTLE_MS = 60_000;

export interface StartDemoClusterOptions {
  name: string;
  /** What is in it; a small shop unless told. Namespaces come by themselves. */
  objects?: KubeObjectInput[];
  latencyMs?: number;
  /** false: nothing acts on the objects, they stay as given. */
  controllers?: boolean;
  version?: string;
  /** false: no metrics server is installed. */
  metrics?: boolean;
  seed?: number;
  speed?: number;
  /** How often watches are told the current version; a minute unless told. */
  bookmarkIntervalMs?: number;
}

export interface SingleDemoCluster extends DemoCluster {
  kubeconfig(): string;
  /** For a portal: a service account with few rights. */
  portalKubeconfig(): string;
  /** Closes the endpoint for good, and ends the simulation. */
  close(): Promise<void>;
}

/** One cluster, for tests. */
export async function startDemoCluster(
  options: StartDemoClusterOptions,
): Promise<SingleDemoCluster> {
  const { name, seed = 1, controllers = true } = options;
  const settle = controllers ? SETTLE_MS : 0;
  const clock = new SimulationClock({
    startAt: Date.now() - settle,
    speed: options.speed,
  });
  const store = createStore(clock, seed, name);
  let world: ClusterWorld | undefined;
  if (controllers) {
    const { authority } = await processTls();
    world = new ClusterWorld({ name, store, clock, seed });
    startControllers(world, authority.certificate);
    world.events.start();
  } else {
    startStoreControllers(store);
  }
  const objects = options.objects ?? builtinObjects(clock.now());
  for (const namespace of missingNamespaces(objects)) {
    seedObject(store, namespaceManifest(namespace));
  }
  const withStorage = objects.some(({ kind }) => kind === 'StorageClass');
  if (controllers && !withStorage) {
    storageClasses('kind').forEach(each => seedObject(store, each));
  }
  objects.forEach(object => seedObject(store, object));
  clock.advance(settle);
  clock.start();
  if (world) new NodeHeartbeats(world).start();
  const cluster = await openCluster({
    name,
    store,
    seed,
    version: options.version,
    metrics: options.metrics,
    latencyMs: options.latencyMs,
    bookmarkIntervalMs: options.bookmarkIntervalMs,
  });
  // Only now is it known whether there is a metrics server to ask.
  if (world) new HorizontalPodAutoscalers(world).start();
  return Object.assign(cluster, {
    kubeconfig: () => kubeconfigOf([cluster]),
    portalKubeconfig: () => portalKubeconfigOf([cluster]),
    async close() {
      world?.stop();
      clock.stop();
      await cluster.stop();
    },
  });
}

function missingNamespaces(objects: readonly KubeObjectInput[]): Set<string> {
  const needed = new Set(SYSTEM_NAMESPACES);
  for (const { metadata } of objects) {
    if (metadata.namespace) needed.add(metadata.namespace);
  }
  for (const { kind, metadata } of objects) {
    if (kind === 'Namespace') needed.delete(metadata.name!);
  }
  return needed;
}
