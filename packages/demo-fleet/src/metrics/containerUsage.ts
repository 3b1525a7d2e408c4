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
import { quantityValue } from '../world/quantity';
import { SeededRandom } from '../world/SeededRandom';

/**
 * Annotation of a pod (template): the work that all pods of the workload share,
 * in CPU requests of one pod. The more pods, the less each has to do.
 */
export const DEMAND_ANNOTATION = 'demo.quarterdeck.dev/demand';

export interface Usage {
  /** Cores. */
  cpu: number;
  /** Bytes. */
  memory: number;
}

export interface UsageInput {
  pod: KubeObject;
  container: any;
  startedAt: number;
  now: number;
  /** Pods that share the work of the workload. */
  siblings: number;
}

const DAY = 86_400_000;
const QUARTER = 900_000;
const WARM_UP = 120_000;
const MEBI = 2 ** 20;

/** What a running container uses: smooth over time, and about what it asked for. */
export function containerUsage(input: UsageInput): Usage {
  const { pod, container, startedAt, now, siblings } = input;
  const { requests = {}, limits = {} } = container.resources ?? {};
  const owner = pod.metadata.ownerReferences?.[0]?.name ?? pod.metadata.name;
  const ofWorkload = SeededRandom.for(0, `${owner}/${container.name}`);
  const usualCpu = ofWorkload.between(0.18, 0.62);
  const usualMemory = ofWorkload.between(0.5, 0.88);
  const phase = ofWorkload.next();
  const ofPod = SeededRandom.for(0, `${pod.metadata.uid}/${container.name}`);
  const own = ofPod.between(0.85, 1.15);
  const ownPhase = ofPod.next();

  // People work by day; what they do comes in waves of some minutes.
  const daily = wave(now, DAY, phase * 0.15);
  const short = wave(now, QUARTER, ownPhase);
  const busy = 1 + 0.3 * daily + 0.12 * short;
  const asked = quantityValue(requests.cpu ?? limits.cpu) || 0.03;
  const demand = Number(pod.metadata.annotations?.[DEMAND_ANNOTATION]);
  const share =
    demand > 0 && container === pod.spec.containers[0]
      ? (demand / Math.max(1, siblings)) * (1 + 0.05 * short)
      : usualCpu * own * busy;
  const cpuLimit = quantityValue(limits.cpu) || Infinity;

  const room = quantityValue(requests.memory ?? limits.memory) || 96 * MEBI;
  const memoryLimit = quantityValue(limits.memory) || Infinity;
  const age = Math.max(0, now - startedAt);
  const warm = Math.min(1, 0.35 + (0.65 * age) / WARM_UP);
  const memory = room * usualMemory * own * warm * (1 + 0.03 * short);
  return {
    cpu: Math.min(asked * share, cpuLimit),
    memory: Math.min(memory, memoryLimit * 0.97),
  };
}

function wave(now: number, period: number, phase: number): number {
  return Math.sin(2 * Math.PI * (now / period + phase));
}
