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

import type { KubeObject } from '../store/KubeObject';
import type { ObjectStore } from '../store/ObjectStore';
import { quantityValue } from '../world/quantity';
import { containerUsage, Usage } from './containerUsage';

/** How often the metrics server looks. */
export const SAMPLE_MS = 15_000;

export interface PodSample {
  pod: KubeObject;
  containers: Array<{ name: string; usage: Usage }>;
}

export interface NodeSample {
  node: KubeObject;
  usage: Usage;
}

export interface UsageSample {
  at: number;
  pods: ReadonlyMap<string, PodSample>;
  nodes: ReadonlyMap<string, NodeSample>;
}

/** What the pods and nodes of a cluster use, looked at when somebody asks. */
export class UsageSamples {
  #latest: UsageSample | undefined;

  constructor(private readonly store: ObjectStore) {}

  latest(): UsageSample {
    const now = this.store.now().getTime();
    const at = Math.floor(now / SAMPLE_MS) * SAMPLE_MS;
    if (this.#latest?.at !== at) this.#latest = this.#sample(at);
    return this.#latest;
  }

  #sample(at: number): UsageSample {
    const types = this.store.types;
    const nodes = new Map<string, NodeSample>();
    for (const node of this.store.list(types.require('v1', 'Node'))) {
      if (!isReachable(node)) continue;
      nodes.set(node.metadata.name, { node, usage: ownUse(node) });
    }
    const all = this.store.list(types.require('v1', 'Pod'));
    const siblings = countByOwner(all);
    const pods = new Map<string, PodSample>();
    for (const pod of all) {
      const onNode = nodes.get(pod.spec?.nodeName);
      if (!onNode || pod.status?.phase !== 'Running') continue;
      const containers = sampleContainers(
        pod,
        at,
        siblings.get(ownerOf(pod)) ?? 1,
      );
      if (containers.length === 0) continue;
      pods.set(`${pod.metadata.namespace}/${pod.metadata.name}`, {
        pod,
        containers,
      });
      for (const { usage } of containers) {
        onNode.usage.cpu += usage.cpu;
        onNode.usage.memory += usage.memory;
      }
    }
    return { at, pods, nodes };
  }
}

/** One container that was not looked at yet, and the whole pod is left out. */
function sampleContainers(pod: KubeObject, at: number, siblings: number) {
  const found: PodSample['containers'] = [];
  const statuses: any[] = pod.status.containerStatuses ?? [];
  for (const container of pod.spec.containers) {
    const status = statuses.find(each => each.name === container.name);
    const running = status?.state?.running;
    if (!running) continue;
    const startedAt = Date.parse(running.startedAt);
    if (startedAt > at) return [];
    const usage = containerUsage({
      pod,
      container,
      startedAt,
      now: at,
      siblings,
    });
    found.push({ name: container.name, usage });
  }
  return found;
}

function countByOwner(pods: readonly KubeObject[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const pod of pods) {
    if (pod.status?.phase !== 'Running') continue;
    const owner = ownerOf(pod);
    counts.set(owner, (counts.get(owner) ?? 0) + 1);
  }
  return counts;
}

function ownerOf({ metadata }: KubeObject): string {
  return metadata.ownerReferences?.[0]?.uid ?? metadata.uid;
}

/** The kubelet, the container runtime and the kernel need something too. */
function ownUse(node: KubeObject): Usage {
  const { capacity = {} } = node.status ?? {};
  return {
    cpu: 0.06 + quantityValue(capacity.cpu) * 0.01,
    memory: 400 * 2 ** 20 + quantityValue(capacity.memory) * 0.02,
  };
}

function isReachable(node: KubeObject): boolean {
  return node.status?.conditions?.some(
    (each: any) => each.type === 'Ready' && each.status === 'True',
  );
}
