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

import { z } from 'zod';
import { createResourceRef, resourceRowShape } from './ResourceRef';
import { severitySchema } from './severity';

/** Kinds of workload that are kept. @public */
export const workloadKindSchema = z.enum([
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'Job',
  'CronJob',
]);

/** @public */
export type WorkloadKind = z.infer<typeof workloadKindSchema>;

/** Where a workload stands. @public */
export const workloadStatusSchema = z.enum([
  'Available',
  'Progressing',
  'Degraded',
  'Failed',
  'Paused',
  'Scaled to zero',
  /** A Job that runs. */
  'Running',
  /** A Job that ended well. */
  'Complete',
  /** A CronJob that waits for its next time. */
  'Scheduled',
  'Suspended',
]);

/** @public */
export type WorkloadStatus = z.infer<typeof workloadStatusSchema>;

/**
 * One workload of any kind.
 *
 * @remarks
 *
 * `status` follows the rules of `kubectl rollout status` for Deployments, StatefulSets and DaemonSets: `Progressing` while a new generation
 * is not rolled out, `Degraded` when fewer replicas are available than wanted, `Failed` when the Progressing condition is False or a Job failed.
 * `replicas` are the wanted ones: of a DaemonSet the nodes it should run on, of a Job its completions, of a CronJob absent as are the counts after it.
 * For Jobs `available` counts successes and `ready` the running pods. `changed` is when the rollout last moved (the Progressing condition's
 * lastUpdateTime; for Jobs the end, for CronJobs the last schedule), absent where Kubernetes does not tell. `started` is when a Job began. `labels` are those of the object itself,
 * `owner` the entity ref in its annotation `backstage.io/owner`. Times are epoch milliseconds by the cluster's clock.
 *
 * @public
 */
export const workloadRowSchema = z.object({
  ...resourceRowShape,
  kind: workloadKindSchema,
  status: workloadStatusSchema,
  severity: severitySchema.optional(),
  message: z.string().optional(),
  replicas: z.number().int().optional(),
  ready: z.number().int().optional(),
  updated: z.number().int().optional(),
  available: z.number().int().optional(),
  images: z.array(z.string()),
  labels: z.record(z.string(), z.string()),
  owner: z.string().optional(),
  /** `deployment.kubernetes.io/revision`, or the name of the updated revision; absent for Jobs. */
  revision: z.string().optional(),
  /** Cron schedule, of CronJobs. */
  schedule: z.string().optional(),
  /** Controller's name, e.g. the CronJob of a Job; empty without one. */
  controller: z.string(),
  started: z.number().optional(),
  changed: z.number().optional(),
  created: z.number(),
});

/** @public */
export type WorkloadRow = z.infer<typeof workloadRowSchema>;

const workloads = (id: string, title: string) =>
  createResourceRef({ id, title, scope: 'namespace', row: workloadRowSchema });

/** StatefulSets of every namespace. @public */
export const statefulSetsResource = workloads('statefulsets', 'StatefulSets');

/** DaemonSets of every namespace. @public */
export const daemonSetsResource = workloads('daemonsets', 'DaemonSets');

/** Jobs of every namespace. @public */
export const jobsResource = workloads('jobs', 'Jobs');

/** CronJobs of every namespace. @public */
export const cronJobsResource = workloads('cronjobs', 'CronJobs');
