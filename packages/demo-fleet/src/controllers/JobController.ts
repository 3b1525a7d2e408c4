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

import type { KubeObject } from '../store/ObjectStore';
import type { ClusterWorld } from '../world/ClusterWorld';
import { timestamp } from '../world/kubernetesTime';
import { isActive, isReady } from '../world/podConditions';
import { podFromTemplate } from './podFromTemplate';
import { keyOf, splitKey, WorkQueue } from './WorkQueue';

const COMPONENT = 'job-controller';

/** Runs the pods of a Job until enough succeeded, or too many failed. */
export class JobController {
  readonly #queue: WorkQueue;

  constructor(private readonly world: ClusterWorld) {
    this.#queue = new WorkQueue(world.clock, key => this.#reconcile(key), 15);
    world.on(world.kinds.jobs, ({ object }) => this.#queue.add(keyOf(object)));
    world.on(world.kinds.pods, ({ object }) => {
      const owner = object.metadata.ownerReferences?.find(
        reference => reference.controller && reference.kind === 'Job',
      );
      if (owner) this.#queue.add(`${object.metadata.namespace}/${owner.name}`);
    });
  }

  #reconcile(key: string): void {
    const job = this.world.kinds.jobs.get(...splitKey(key));
    if (!job || job.metadata.deletionTimestamp) return;
    if (isFinished(job)) {
      this.#expire(job);
      return;
    }
    const pods = this.world.podsByController.of(job.metadata.uid);
    const count = (phase: string) =>
      pods.filter(pod => pod.status?.phase === phase).length;
    const succeeded = count('Succeeded');
    const failed = count('Failed');
    const completions = job.spec.completions ?? 1;
    const done = succeeded >= completions;
    const exhausted = failed > (job.spec.backoffLimit ?? 6);
    const active = pods.filter(isActive);
    if (!done && !exhausted && !job.spec.suspend) {
      const wanted = Math.min(
        job.spec.parallelism ?? 1,
        completions - succeeded,
      );
      const wait = failed > 0 ? this.#backOffLeft(pods, failed) : 0;
      if (active.length < wanted && wait > 0) {
        this.#queue.add(key, wait);
      } else {
        for (let have = active.length; have < wanted; have += 1) {
          this.#createPod(job);
        }
      }
    }
    this.#writeStatus(job, { succeeded, failed, done, exhausted });
  }

  /** A failed pod is followed by the next after 10 s, 20 s, 40 s, … */
  #backOffLeft(pods: KubeObject[], failed: number): number {
    const last = Math.max(
      ...pods
        .filter(pod => pod.status?.phase === 'Failed')
        .map(pod => Date.parse(pod.metadata.creationTimestamp)),
    );
    const backOff = Math.min(360_000, 10_000 * 2 ** (failed - 1));
    return last + backOff - this.world.clock.now();
  }

  #createPod(job: KubeObject): void {
    const pod = this.world.kinds.pods.create(
      podFromTemplate({
        owner: job,
        template: job.spec.template,
        now: this.world.clock.now(),
        labels: jobLabels(job),
      }),
    );
    this.world.events.record(job, {
      component: COMPONENT,
      reason: 'SuccessfulCreate',
      message: `Created pod: ${pod.metadata.name}`,
    });
  }

  #writeStatus(
    before: KubeObject,
    outcome: {
      succeeded: number;
      failed: number;
      done: boolean;
      exhausted: boolean;
    },
  ): void {
    const job = this.world.kinds.jobs.current(before);
    if (!job) return;
    const now = timestamp(this.world.clock.now());
    const active = this.world.podsByController
      .of(job.metadata.uid)
      .filter(isActive);
    const { succeeded, failed, done, exhausted } = outcome;
    this.world.kinds.jobs.updateStatus(job, {
      ...(done && { conditions: completed(now), completionTime: now }),
      ...(!done && exhausted && { conditions: backOffExceeded(now) }),
      startTime: job.status?.startTime ?? now,
      ...(active.length > 0 && { active: active.length }),
      ...(succeeded > 0 && { succeeded }),
      ...(failed > 0 && { failed }),
      terminating: 0,
      uncountedTerminatedPods: {},
      ready: active.filter(isReady).length,
    });
    if (done) {
      this.world.events.record(job, {
        component: COMPONENT,
        reason: 'Completed',
        message: 'Job completed',
      });
    } else if (exhausted) {
      this.world.events.record(job, {
        component: COMPONENT,
        reason: 'BackoffLimitExceeded',
        message: 'Job has reached the specified backoff limit',
        warning: true,
      });
    }
  }

  #expire(job: KubeObject): void {
    const seconds = job.spec.ttlSecondsAfterFinished;
    if (seconds === undefined) return;
    const ended = Date.parse(job.status.conditions.at(-1).lastTransitionTime);
    const left = ended + seconds * 1_000 - this.world.clock.now();
    if (left > 0) this.#queue.add(keyOf(job), left);
    else this.world.kinds.jobs.delete(job);
  }
}

export function isFinished(job: KubeObject): boolean {
  return (job.status?.conditions ?? []).some(
    (condition: any) =>
      ['Complete', 'Failed'].includes(condition.type) &&
      condition.status === 'True',
  );
}

export function jobLabels(job: KubeObject): Record<string, string> {
  const { uid, name } = job.metadata;
  return {
    'batch.kubernetes.io/controller-uid': uid,
    'batch.kubernetes.io/job-name': name,
    'controller-uid': uid,
    'job-name': name,
  };
}

function completed(now: string) {
  return conditions(now, ['SuccessCriteriaMet', 'Complete'], {
    reason: 'CompletionsReached',
    message: 'Reached expected number of succeeded pods',
  });
}

function backOffExceeded(now: string) {
  return conditions(now, ['FailureTarget', 'Failed'], {
    reason: 'BackoffLimitExceeded',
    message: 'Job has reached the specified backoff limit',
  });
}

function conditions(
  now: string,
  types: string[],
  why: { reason: string; message: string },
) {
  return types.map(type => ({
    type,
    status: 'True',
    lastProbeTime: now,
    lastTransitionTime: now,
    ...why,
  }));
}
