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
import { withCondition } from '../../world/podConditions';
import { timestamp } from '../../world/kubernetesTime';
import { SeededRandom } from '../../world/SeededRandom';
import { CHANGED_AT_ANNOTATION, SyntheticCluster } from './SyntheticCluster';

const TICK_MS = 20;
/** A machine that was asleep does not catch up on more than this. */
const MAX_BACKLOG_SECONDS = 1;
const MAX_UNREADY = 20;

/** Changes random pods at an exact rate, and stamps each change with its time. */
export class SyntheticChurn {
  readonly #random: SeededRandom;
  readonly #unready: Array<{ cluster: SyntheticCluster; index: number }> = [];
  #timer: NodeJS.Timeout | undefined;
  #changes = 0;

  constructor(
    private readonly clusters: readonly SyntheticCluster[],
    private readonly options: { perSecond: number; seed: number },
  ) {
    this.#random = SeededRandom.for(options.seed, 'churn');
  }

  /** Changes made so far. */
  get changes(): number {
    return this.#changes;
  }

  start(): void {
    const { perSecond } = this.options;
    if (perSecond <= 0 || this.#timer) return;
    let last = performance.now();
    let owed = 0;
    this.#timer = setInterval(() => {
      const now = performance.now();
      owed = Math.min(
        owed + ((now - last) / 1_000) * perSecond,
        perSecond * MAX_BACKLOG_SECONDS,
      );
      last = now;
      while (owed >= 1) owed -= this.#change();
    }, TICK_MS);
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  /** Makes one happening, and says of how many changes it consists. */
  #change(): number {
    const cluster = this.#random.pick(this.clusters);
    const index = Math.floor(this.#random.next() * cluster.pods.length);
    const choice = this.#random.next();
    let made = 1;
    if (choice < 0.03) made = this.#replace(cluster, index);
    else if (choice < 0.6) this.#restart(cluster, index);
    else this.#flip(cluster, index);
    this.#changes += made;
    return made;
  }

  #restart(cluster: SyntheticCluster, index: number): void {
    const pod = cluster.pods[index];
    const [first, ...others] = pod.status.containerStatuses;
    const at = timestamp(Date.now());
    this.#write(cluster, index, {
      ...pod.status,
      containerStatuses: [
        {
          ...first,
          restartCount: first.restartCount + 1,
          state: { running: { startedAt: at } },
          lastState: {
            terminated: {
              exitCode: 1,
              reason: 'Error',
              startedAt: first.state.running?.startedAt ?? at,
              finishedAt: at,
              containerID: first.containerID,
            },
          },
        },
        ...others,
      ],
    });
  }

  /** Makes a pod unready, or once enough are, the longest unready one ready. */
  #flip(cluster: SyntheticCluster, index: number): void {
    let target = { cluster, index };
    let ready = false;
    if (this.#unready.length >= MAX_UNREADY) {
      target = this.#unready.shift()!;
      ready = true;
    } else {
      this.#unready.push(target);
    }
    const pod = target.cluster.pods[target.index];
    const [first, ...others] = pod.status.containerStatuses;
    let { conditions } = pod.status;
    for (const type of ['Ready', 'ContainersReady']) {
      conditions = withCondition(conditions, {
        type,
        observedGeneration: 1,
        status: ready ? 'True' : 'False',
        lastProbeTime: null,
        lastTransitionTime: timestamp(Date.now()),
        ...(!ready && {
          reason: 'ContainersNotReady',
          message: `containers with unready status: [${first.name}]`,
        }),
      });
    }
    this.#write(target.cluster, target.index, {
      ...pod.status,
      conditions,
      containerStatuses: [{ ...first, ready }, ...others],
    });
  }

  /** Last change, deletion, successor. */
  #replace(cluster: SyntheticCluster, index: number): number {
    this.#write(cluster, index, {
      ...cluster.pods[index].status,
      phase: 'Succeeded',
    });
    const old = cluster.pods[index];
    cluster.kinds.pods.delete(old, { gracePeriodSeconds: 0 });
    cluster.pods[index] = cluster.replacePod(old, stamp());
    return 3;
  }

  #write(cluster: SyntheticCluster, index: number, status: any): void {
    const { pods } = cluster;
    // People may have changed or deleted it meanwhile.
    const pod = cluster.kinds.pods.current(pods[index]);
    if (!pod) {
      pods[index] = cluster.replacePod(pods[index], stamp());
      return;
    }
    const { metadata } = pod;
    pods[index] = cluster.kinds.pods.update({
      ...pod,
      metadata: {
        ...metadata,
        annotations: { ...metadata.annotations, ...stamp() },
      },
      status,
    } as KubeObject);
  }
}

function stamp(): Record<string, string> {
  return { [CHANGED_AT_ANNOTATION]: String(Date.now()) };
}
