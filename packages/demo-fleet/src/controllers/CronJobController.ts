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
import { nextCronTime } from './cronSchedule';
import { isFinished } from './JobController';
import { controllerReference } from './podFromTemplate';
import { keyOf, splitKey, WorkQueue } from './WorkQueue';

const COMPONENT = 'cronjob-controller';

/** Starts Jobs by the clock, and forgets the oldest. */
export class CronJobController {
  readonly #queue: WorkQueue;

  constructor(private readonly world: ClusterWorld) {
    this.#queue = new WorkQueue(world.clock, key => this.#reconcile(key), 20);
    world.on(world.kinds.cronJobs, ({ object }) =>
      this.#queue.add(keyOf(object)),
    );
    world.on(world.kinds.jobs, ({ object }) => {
      const owner = object.metadata.ownerReferences?.find(
        reference => reference.controller && reference.kind === 'CronJob',
      );
      if (owner) this.#queue.add(`${object.metadata.namespace}/${owner.name}`);
    });
  }

  #reconcile(key: string): void {
    const cronJob = this.world.kinds.cronJobs.get(...splitKey(key));
    if (!cronJob || cronJob.metadata.deletionTimestamp) return;
    const now = this.world.clock.now();
    const last = Date.parse(
      cronJob.status?.lastScheduleTime ?? cronJob.metadata.creationTimestamp,
    );
    let scheduled = nextCronTime(cronJob.spec.schedule, last);
    // Missed starts are made up for by the latest one only.
    for (
      let later = scheduled;
      later !== undefined && later <= now;
      later = nextCronTime(cronJob.spec.schedule, later)
    ) {
      scheduled = later;
    }
    const active = this.#jobs(cronJob).filter(job => !isFinished(job));
    const blocked =
      cronJob.spec.concurrencyPolicy === 'Forbid' && active.length > 0;
    const due = scheduled !== undefined && scheduled <= now;
    if (due && !blocked && !cronJob.spec.suspend) {
      this.#start(cronJob, scheduled!);
    }
    this.#forgetOldJobs(cronJob);
    this.#writeStatus(cronJob, due && !blocked ? scheduled : undefined);
    const next = nextCronTime(cronJob.spec.schedule, now);
    if (next !== undefined && !cronJob.spec.suspend) {
      this.#queue.add(key, next - now + 30);
    }
  }

  #jobs(cronJob: KubeObject): KubeObject[] {
    return this.world.jobsByController.of(cronJob.metadata.uid);
  }

  #start(cronJob: KubeObject, scheduled: number): void {
    const name = `${cronJob.metadata.name}-${Math.floor(scheduled / 60_000)}`;
    const { namespace } = cronJob.metadata;
    if (this.world.kinds.jobs.get(namespace, name)) return;
    const { metadata, spec } = cronJob.spec.jobTemplate;
    const uid = this.world.random.uuid();
    const labels = {
      'batch.kubernetes.io/controller-uid': uid,
      'batch.kubernetes.io/job-name': name,
      'controller-uid': uid,
      'job-name': name,
    };
    this.world.kinds.jobs.create({
      metadata: {
        name,
        namespace,
        uid,
        labels: { ...metadata?.labels, ...labels },
        annotations: {
          ...metadata?.annotations,
          'batch.kubernetes.io/cronjob-scheduled-timestamp':
            timestamp(scheduled),
        },
        ownerReferences: [controllerReference(cronJob)],
      },
      spec: {
        parallelism: 1,
        completions: 1,
        backoffLimit: 6,
        completionMode: 'NonIndexed',
        suspend: false,
        selector: {
          matchLabels: { 'batch.kubernetes.io/controller-uid': uid },
        },
        ...spec,
      },
      status: {},
    });
    this.world.events.record(cronJob, {
      component: COMPONENT,
      reason: 'SuccessfulCreate',
      message: `Created job ${name}`,
    });
  }

  #forgetOldJobs(cronJob: KubeObject): void {
    const finished = this.#jobs(cronJob)
      .filter(isFinished)
      .sort((left, right) =>
        right.metadata.creationTimestamp.localeCompare(
          left.metadata.creationTimestamp,
        ),
      );
    const kept = (succeeded: boolean, limit: number) =>
      finished
        .filter(job => (job.status.succeeded ?? 0) > 0 === succeeded)
        .slice(limit);
    [
      ...kept(true, cronJob.spec.successfulJobsHistoryLimit ?? 3),
      ...kept(false, cronJob.spec.failedJobsHistoryLimit ?? 1),
    ].forEach(job => this.world.kinds.jobs.delete(job));
  }

  #writeStatus(before: KubeObject, scheduled: number | undefined): void {
    const cronJob = this.world.kinds.cronJobs.current(before);
    if (!cronJob) return;
    const jobs = this.#jobs(cronJob);
    const active = jobs
      .filter(job => !isFinished(job))
      .map(({ metadata }) => ({
        kind: 'Job',
        namespace: metadata.namespace,
        name: metadata.name,
        uid: metadata.uid,
        apiVersion: 'batch/v1',
        resourceVersion: metadata.resourceVersion,
      }));
    const successes = jobs
      .map(job => job.status?.completionTime as string | undefined)
      .filter(time => time !== undefined)
      .sort();
    const lastSuccess = successes.at(-1) ?? cronJob.status?.lastSuccessfulTime;
    const lastSchedule =
      scheduled !== undefined
        ? timestamp(scheduled)
        : cronJob.status?.lastScheduleTime;
    // The references carry versions, which alone are no reason to write.
    const known = (cronJob.status?.active ?? []).map((job: any) => job.uid);
    const sameJobs = active.map(job => job.uid).join() === known.join();
    this.world.kinds.cronJobs.updateStatus(cronJob, {
      ...(active.length > 0 && {
        active: sameJobs ? cronJob.status.active : active,
      }),
      ...(lastSchedule && { lastScheduleTime: lastSchedule }),
      ...(lastSuccess && { lastSuccessfulTime: lastSuccess }),
    });
  }
}
