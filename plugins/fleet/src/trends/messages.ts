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

/** Texts of charts over time, their cards and the settings of samples. */
export const trendMessages = {
  trend: {
    time: 'Time',
    more: '+ {{lines}} more',
    showAll: 'Show all',
    notCollected: 'not collected',
    partial: 'from {{known}} of {{clusters}} clusters',
    partialFigure: '{{figure}} (from {{known}} of {{clusters}} clusters)',
    between: '{{low}} to {{high}}',
    source: 'Samples every {{interval}}',
    sourceMean: 'Means of {{step}}, samples every {{interval}}',
    none: 'No sample yet',
    noneText: 'One is taken every {{interval}}. The first ones show soon.',
    off: 'No samples are taken',
    offText:
      'They are switched off by fleet.samples.enabled in the configuration of the backend.',
    allWithheld: 'These figures are of whole clusters',
    allWithheldText:
      'They are shown to who may read every namespace of a cluster.',
    someMissing: 'Dotted where figures of some clusters are missing.',
    leftOut: 'Not sampled, because the budget is used up: {{series}}.',
    unknown: 'Nobody declares the series {{series}}.',
    withheld_one:
      '{{count}} cluster is left out: you may not read all of its namespaces.',
    withheld_other:
      '{{count}} clusters are left out: you may not read all of their namespaces.',
    wholeClusters: 'Of whole clusters: samples do not tell namespaces apart.',
    moreLines: 'The largest {{shown}} of {{lines}}.',
  },
  series: {
    podsRunning: 'Pods running',
    podsAll: 'Pods',
    podsErrors: 'Pods in error',
    podsWarnings: 'Pods with a warning',
    nodesAll: 'Nodes',
    nodesReady: 'Nodes ready',
    cpuUsed: 'CPU used',
    cpuRequested: 'CPU requested',
    cpuAllocatable: 'CPU allocatable',
    memoryUsed: 'Memory used',
    memoryRequested: 'Memory requested',
    memoryAllocatable: 'Memory allocatable',
    gpusRequested: 'GPUs requested',
    gpusAllocatable: 'GPUs allocatable',
    deploymentsUnavailable: 'Deployments not available',
    deploymentsAll: 'Deployments',
    namespacesAll: 'Namespaces',
    eventsWarnings: 'Warnings in 10 minutes',
  },
  trendSetting: {
    range: 'Time',
    m15: 'The last 15 minutes',
    h1: 'The last hour',
    h6: 'The last 6 hours',
    h24: 'The last 24 hours',
    d7: 'The last 7 days',
    d30: 'The last 30 days',
    metric: 'Figure',
    split: 'Lines',
    fleet: 'One for all clusters',
    cluster: 'One for each cluster',
    measure: 'Resource',
    cpu: 'CPU',
    memory: 'Memory',
    gpus: 'GPUs',
  },
  clusterMetrics: {
    title: 'Cluster metrics',
    titleOf: '{{metric}} by cluster',
    description: 'A figure of each cluster over time.',
  },
  resourceTrend: {
    title: 'Resource trend',
    titleOf: '{{measure}} trend',
    description: 'What is used, asked for and offered over time.',
    used: 'Used',
    requested: 'Requested',
    allocatable: 'Allocatable',
  },
  podHealthTrend: {
    title: 'Pod health trend',
    errors: 'Pods in error',
    warnings: 'With a warning',
    deployments: 'Deployments down',
    description:
      'Pods with problems and deployments that are not available, over time.',
  },
  samples: {
    title: 'Samples',
    intro:
      'Figures of every cluster are sampled for charts over time and kept in the database.',
    off: 'No samples are taken: fleet.samples.enabled is false.',
    loadFailed: 'The settings of samples could not be read',
    interval: 'Interval',
    every: 'every {{interval}}',
    retention: 'Kept',
    retentionText:
      'every sample for {{raw}}, means of {{step}} for {{downsampled}}',
    sampler: 'Taken by',
    samplerHere: 'the process that answers you ({{instance}})',
    samplerElsewhere: 'another process ({{instance}})',
    samplerNone: 'no process at present',
    last: 'Last sample',
    lastNone: 'none yet',
    budget: 'Budget',
    seriesUse: 'Series of a cluster',
    bytesUse: 'Bytes a day, at most',
    of: '{{used}} of {{most}}',
    measured: 'Measured in the last day',
    stored: 'In the database',
    seriesTable: 'Series',
    id: 'Id',
    unit: 'Unit',
    state: 'State',
    sampled: 'Sampled',
    leftOutSeries: 'Left out: fleet.samples.maxSeriesPerCluster is reached',
    leftOutBytes: 'Left out: fleet.samples.maxBytesPerDay is reached',
    overBudget_one: 'The budget does not hold {{count}} series',
    overBudget_other: 'The budget does not hold {{count}} series',
    overBudgetText:
      'Raise fleet.samples.maxSeriesPerCluster or fleet.samples.maxBytesPerDay, or take samples less often by fleet.samples.interval. What was sampled before is still shown.',
    unitCount: 'count',
    unitCores: 'cores',
    unitBytes: 'bytes',
    unitRatio: 'share',
  },
} as const;
