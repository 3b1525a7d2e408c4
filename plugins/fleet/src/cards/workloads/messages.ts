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

/** Texts of the cards about pods and about workloads of one kind. */
export const workloadCardMessages = {
  podPhases: {
    title: 'Pod phases',
    description: 'How many pods are in which phase, and why some are not up.',
    by: 'Show',
    byCluster: 'By cluster',
    byReason: 'By reason',
    totals: 'Pods by phase',
    phases: 'Phases',
    reasons: 'Why pods are not up',
    why: 'Not up because',
    share: 'By cluster',
    clusters: 'Clusters',
    failed: 'Failed',
    unknown: 'Unknown',
    pending: 'Pending',
    running: 'Running',
    succeeded: 'Succeeded',
    none: 'No pod has been read',
    noneText: 'Pods show as soon as a cluster that you may read has answered.',
  },
  restarts: {
    title: 'Restarts',
    description: 'Pods of which a container was restarted lately.',
    hours: 'Restarted within',
    hoursHint:
      'Kubernetes keeps how often in all, and when last: a pod is shown by its last restart.',
    last: 'Last',
    totals: 'Restarted pods',
    errors: 'In error now',
    recovered: 'Not in error',
    noneHours_one: 'No container was restarted in the last hour',
    noneHours_other: 'No container was restarted in the last {{count}} hours',
    noneMinutes_one: 'No container was restarted in the last minute',
    noneMinutes_other:
      'No container was restarted in the last {{count}} minutes',
    noneText:
      'Restarts show with the pod, how many there were and when the last was.',
  },
  workloadCards: {
    noneTroubled: 'None is in trouble',
    noneText: 'None exists in the namespaces that you may see.',
    totals: 'By status',
    updated: 'Updated',
  },
  statefulSets: {
    title: 'StatefulSets',
    description: 'StatefulSets and where they stand, troubled first.',
    one: 'StatefulSet',
    none: 'There is no StatefulSet',
  },
  daemonSets: {
    title: 'DaemonSets',
    description: 'DaemonSets and on how many of their nodes they run.',
    one: 'DaemonSet',
    none: 'There is no DaemonSet',
    ready: 'Available on {{available}} of {{nodes}} nodes',
  },
  jobs: {
    title: 'Jobs',
    description: 'Jobs, failed ones first, and CronJobs with their schedules.',
    show: 'Show',
    jobs: 'Jobs',
    cronJobs: 'CronJobs',
    job: 'Job',
    cronJob: 'CronJob',
    completions: 'Done',
    duration: 'Duration',
    ended: 'Ended',
    stillRunning: 'It is still running.',
    schedule: 'Schedule',
    lastDue: 'Last due',
    noJobs: 'There is no Job',
    noCronJobs: 'There is no CronJob',
    noneTroubled: 'No Job has failed',
  },
} as const;
