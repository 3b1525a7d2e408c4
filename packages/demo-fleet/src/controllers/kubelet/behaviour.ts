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
import { SeededRandom } from '../../world/SeededRandom';

/** Annotation of a pod (template) that says how its first container fares. */
export const BEHAVIOUR_ANNOTATION = 'demo.quarterdeck.dev/behaviour';
/** Annotation with the seconds that a container runs before it ends. */
export const RUN_SECONDS_ANNOTATION = 'demo.quarterdeck.dev/run-seconds';

export const BEHAVIOURS = [
  'healthy',
  'crash-loop',
  'oom-killed',
  'image-pull-error',
  'config-error',
  'not-ready',
  'completes',
  'fails',
] as const;

export type Behaviour = (typeof BEHAVIOURS)[number];

export function behaviourOf(pod: KubeObject): Behaviour {
  const name = pod.metadata.annotations?.[BEHAVIOUR_ANNOTATION];
  const known = BEHAVIOURS.find(behaviour => behaviour === name);
  if (known) return known;
  // A pod that does not restart is there to get something done.
  const restarts = (pod.spec.restartPolicy ?? 'Always') === 'Always';
  return restarts ? 'healthy' : 'completes';
}

export interface ContainerEnd {
  afterMs: number;
  exitCode: number;
  reason: string;
}

/** When and how the first container ends by itself, if it does. */
export function containerEnd(
  pod: KubeObject,
  random: SeededRandom,
): ContainerEnd | undefined {
  const asked = pod.metadata.annotations?.[RUN_SECONDS_ANNOTATION];
  const runMs = (low: number, high: number) =>
    asked ? Number(asked) * 1_000 : random.between(low, high);
  switch (behaviourOf(pod)) {
    case 'crash-loop':
      return { afterMs: runMs(2_000, 6_000), exitCode: 1, reason: 'Error' };
    case 'oom-killed':
      return {
        afterMs: runMs(20_000, 90_000),
        exitCode: 137,
        reason: 'OOMKilled',
      };
    case 'completes':
      return {
        afterMs: runMs(8_000, 40_000),
        exitCode: 0,
        reason: 'Completed',
      };
    case 'fails':
      return { afterMs: runMs(3_000, 9_000), exitCode: 1, reason: 'Error' };
    default:
      return undefined;
  }
}

/** The wait before the nth restart: 10 s, doubled each time, five minutes at most. */
export function backOffMs(attempt: number): number {
  return Math.min(300_000, 10_000 * 2 ** Math.max(0, attempt - 1));
}

/** `1m20s`, as Go writes durations. */
export function goDuration(ms: number): string {
  const seconds = Math.round(ms / 1_000);
  const minutes = Math.floor(seconds / 60);
  return minutes > 0 ? `${minutes}m${seconds % 60}s` : `${seconds}s`;
}
