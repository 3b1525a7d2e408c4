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

import { Cells, containerCells, labelsCell, NONE, selectorCell } from './Cells';
import { age, humanDuration } from './humanDuration';

export const deploymentCells: Cells = (
  { metadata, spec, status = {} },
  now,
) => [
  metadata.name,
  `${status.readyReplicas ?? 0}/${spec.replicas ?? 0}`,
  status.updatedReplicas ?? 0,
  status.availableReplicas ?? 0,
  age(metadata.creationTimestamp, now),
  ...containerCells(spec.template?.spec),
  selectorCell(spec.selector),
];

export const replicaSetCells: Cells = (
  { metadata, spec, status = {} },
  now,
) => [
  metadata.name,
  spec.replicas ?? 0,
  status.replicas ?? 0,
  status.readyReplicas ?? 0,
  age(metadata.creationTimestamp, now),
  ...containerCells(spec.template?.spec),
  selectorCell(spec.selector),
];

export const replicationControllerCells: Cells = (
  { metadata, spec, status = {} },
  now,
) => [
  metadata.name,
  spec.replicas ?? 0,
  status.replicas ?? 0,
  status.readyReplicas ?? 0,
  age(metadata.creationTimestamp, now),
  ...containerCells(spec.template?.spec),
  labelsCell(spec.selector),
];

export const statefulSetCells: Cells = (
  { metadata, spec, status = {} },
  now,
) => [
  metadata.name,
  `${status.readyReplicas ?? 0}/${spec.replicas ?? 0}`,
  age(metadata.creationTimestamp, now),
  ...containerCells(spec.template?.spec),
];

export const daemonSetCells: Cells = ({ metadata, spec, status = {} }, now) => [
  metadata.name,
  status.desiredNumberScheduled ?? 0,
  status.currentNumberScheduled ?? 0,
  status.numberReady ?? 0,
  status.updatedNumberScheduled ?? 0,
  status.numberAvailable ?? 0,
  labelsCell(spec.template?.spec?.nodeSelector),
  age(metadata.creationTimestamp, now),
  ...containerCells(spec.template?.spec),
  selectorCell(spec.selector),
];

function jobStatus({ metadata, spec, status = {} }: any): string {
  const is = (type: string) =>
    status.conditions?.some(
      (each: any) => each.type === type && each.status === 'True',
    );
  if (is('Complete')) return 'Complete';
  if (is('Failed')) return 'Failed';
  if (metadata.deletionTimestamp) return 'Terminating';
  if (is('Suspended') || spec.suspend) return 'Suspended';
  if (is('FailureTarget')) return 'FailureTarget';
  if (is('SuccessCriteriaMet')) return 'SuccessCriteriaMet';
  return 'Running';
}

function jobCompletions({ spec, status = {} }: any): string {
  const succeeded = status.succeeded ?? 0;
  if (spec.completions !== undefined) return `${succeeded}/${spec.completions}`;
  const parallelism = spec.parallelism ?? 0;
  return parallelism > 1
    ? `${succeeded}/1 of ${parallelism}`
    : `${succeeded}/1`;
}

export const jobCells: Cells = (job, now) => {
  const { metadata, spec, status = {} } = job;
  const end = status.completionTime
    ? Date.parse(status.completionTime)
    : now.getTime();
  return [
    metadata.name,
    jobStatus(job),
    jobCompletions(job),
    status.startTime ? humanDuration(end - Date.parse(status.startTime)) : '',
    age(metadata.creationTimestamp, now),
    ...containerCells(spec.template?.spec),
    selectorCell(spec.selector),
  ];
};

export const cronJobCells: Cells = ({ metadata, spec, status = {} }, now) => [
  metadata.name,
  spec.schedule,
  spec.timeZone ?? NONE,
  spec.suspend ? 'True' : 'False',
  status.active?.length ?? 0,
  status.lastScheduleTime ? age(status.lastScheduleTime, now) : NONE,
  age(metadata.creationTimestamp, now),
  ...containerCells(spec.jobTemplate?.spec?.template?.spec),
  selectorCell(spec.jobTemplate?.spec?.selector),
];
