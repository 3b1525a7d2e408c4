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

import type { KubeObject } from '../../store/ObjectStore';
import type { ClusterWorld } from '../../world/ClusterWorld';
import { isTerminal } from '../../world/podConditions';
import { PodLifecycle } from './PodLifecycle';

/** Annotation of a node whose kubelet is dead: set `stopped` to break it. */
export const KUBELET_ANNOTATION = 'demo.quarterdeck.dev/kubelet';

export function isKubeletAlive(node: KubeObject | undefined): boolean {
  return (
    node !== undefined &&
    node.metadata.annotations?.[KUBELET_ANNOTATION] !== 'stopped'
  );
}

/** The kubelets of all nodes of a cluster: they run what is placed on them. */
export class Kubelet {
  readonly #pods = new Map<string, PodLifecycle>();
  readonly #images = new Map<string, Set<string>>();
  readonly #addresses = new Map<string, number>();

  constructor(private readonly world: ClusterWorld) {
    world.on(world.kinds.pods, ({ type, object }) => {
      if (type === 'DELETED') this.#forget(object);
      else this.#see(object);
    });
  }

  #see(pod: KubeObject): void {
    const { uid, deletionTimestamp } = pod.metadata;
    if (!pod.spec.nodeName) return;
    let lifecycle = this.#pods.get(uid);
    if (!lifecycle) {
      // A pod that comes with a status is running already: nothing to start.
      const running = pod.status?.startTime !== undefined;
      if (isTerminal(pod) && !deletionTimestamp) return;
      if (running && !deletionTimestamp) return;
      lifecycle = new PodLifecycle(this.world, pod, this);
      this.#pods.set(uid, lifecycle);
      if (!deletionTimestamp) lifecycle.start();
    }
    if (deletionTimestamp) lifecycle.terminate();
  }

  #forget(pod: KubeObject): void {
    this.#pods.get(pod.metadata.uid)?.abandon();
    this.#pods.delete(pod.metadata.uid);
  }

  /** Lets the first container of a running pod die once. */
  crash(pod: KubeObject, exitCode: number, reason: string): void {
    this.#pods.get(pod.metadata.uid)?.crash({ exitCode, reason });
  }

  isAlive(nodeName: string): boolean {
    return isKubeletAlive(this.world.kinds.nodes.get(undefined, nodeName));
  }

  /** Whether the node has the image; from then on it does. */
  fetchImage(nodeName: string, image: string): boolean {
    let images = this.#images.get(nodeName);
    if (!images) {
      images = new Set();
      this.#images.set(nodeName, images);
    }
    const present = images.has(image);
    images.add(image);
    return present;
  }

  hostAddress(nodeName: string): string {
    const node = this.world.kinds.nodes.get(undefined, nodeName);
    return (
      node?.status?.addresses?.find((entry: any) => entry.type === 'InternalIP')
        ?.address ?? '10.0.0.1'
    );
  }

  nextPodAddress(nodeName: string): string {
    const node = this.world.kinds.nodes.get(undefined, nodeName);
    const range: string = node?.spec?.podCIDR ?? '10.244.0.0/24';
    const used = this.#addresses.get(nodeName) ?? 1;
    const next = used >= 254 ? 2 : used + 1;
    this.#addresses.set(nodeName, next);
    return range.replace(/\d+\/\d+$/, String(next));
  }
}
