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

import type { KubeObject, ObjectStore, StoreEvent } from '../store/ObjectStore';
import { clusterKinds, ClusterKinds } from './clusterKinds';
import { EventRecorder } from './EventRecorder';
import { controllerUid, ObjectIndex, orphanNamespace } from './ObjectIndex';
import { ResourceHandle } from './ResourceHandle';
import { SeededRandom } from './SeededRandom';
import type { SimulationClock } from './SimulationClock';

export interface ClusterWorldOptions {
  name: string;
  store: ObjectStore;
  clock: SimulationClock;
  seed: number;
  /** Events older than this are not written; see `EventRecorder`. */
  eventsFrom?: number;
}

type Listener = (event: StoreEvent) => void;

/** All that a controller of a simulated cluster sees and uses. */
export class ClusterWorld {
  readonly name: string;
  readonly store: ObjectStore;
  readonly clock: SimulationClock;
  readonly random: SeededRandom;
  readonly kinds: ClusterKinds;
  readonly events: EventRecorder;

  readonly podsByController = new ObjectIndex(controllerUid);
  readonly podsByNode = new ObjectIndex(pod => pod.spec?.nodeName || undefined);
  readonly podsByNamespace = new ObjectIndex(pod => pod.metadata.namespace);
  readonly replicaSetsByController = new ObjectIndex(controllerUid);
  readonly orphanedPods = new ObjectIndex(orphanNamespace);
  readonly orphanedReplicaSets = new ObjectIndex(orphanNamespace);
  readonly jobsByController = new ObjectIndex(controllerUid);

  readonly #listeners = new Map<string, Listener[]>();
  readonly #everything: Listener[] = [];
  readonly #stopListening: () => void;

  constructor(options: ClusterWorldOptions) {
    this.name = options.name;
    this.store = options.store;
    this.clock = options.clock;
    this.random = SeededRandom.for(options.seed, options.name);
    this.kinds = clusterKinds(options.store);
    this.events = new EventRecorder({
      events: this.kinds.events,
      namespaces: this.kinds.namespaces,
      clock: options.clock,
      instance: options.name,
      from: options.eventsFrom,
    });
    this.on(this.kinds.pods, event => {
      this.podsByController.apply(event);
      this.podsByNode.apply(event);
      this.podsByNamespace.apply(event);
      this.orphanedPods.apply(event);
    });
    this.on(this.kinds.replicaSets, event => {
      this.replicaSetsByController.apply(event);
      this.orphanedReplicaSets.apply(event);
    });
    this.on(this.kinds.jobs, event => this.jobsByController.apply(event));
    this.#stopListening = options.store.onChange(event => {
      const { group, kind } = event.resource;
      for (const listener of this.#listeners.get(`${group}/${kind}`) ?? []) {
        listener(event);
      }
      for (const listener of this.#everything) listener(event);
    });
  }

  /** The pods of a controller, and those that it may adopt. */
  podDependents(owner: KubeObject) {
    return {
      handle: this.kinds.pods,
      owned: this.podsByController.of(owner.metadata.uid),
      orphans: this.orphanedPods.of(owner.metadata.namespace),
    };
  }

  /** Hears of every change to one kind. */
  on(handle: ResourceHandle, listener: Listener): void {
    const key = `${handle.type.group}/${handle.type.kind}`;
    this.#listeners.set(key, [...(this.#listeners.get(key) ?? []), listener]);
  }

  onAny(listener: Listener): void {
    this.#everything.push(listener);
  }

  handleOf(apiVersion: string, kind: string): ResourceHandle | undefined {
    const type = this.store.types.byKind(apiVersion, kind);
    return type && new ResourceHandle(this.store, type);
  }

  stop(): void {
    this.#stopListening();
  }
}
