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

/** Texts of the cards about autoscalers and quotas. */
export const limitMessages = {
  autoscalers: {
    title: 'Autoscalers',
    description:
      'HorizontalPodAutoscalers: replicas between their bounds, and those that cannot work or are at their maximum.',
    totals: 'Autoscalers by state',
    autoscaler: 'Autoscaler',
    replicas: 'Replicas',
    metrics: 'Metrics or reason',
    cannotScale: 'Cannot scale',
    noMetrics: 'No metrics',
    atMaximum: 'At maximum',
    scaling: 'Scaling',
    inRange: 'In range',
    disabled: 'Disabled',
    unknown: 'Unknown',
    failing: 'failing',
    atMaximumTotal: 'at maximum',
    scalingTotal: 'scaling',
    inRangeTotal: 'in range',
    range: '{{current}} now, {{desired}} wanted, between {{min}} and {{max}}',
    metric: '{{name}}: {{current}}, target {{target}}',
    none: 'There is no autoscaler',
    noneText: 'None exists in the namespaces that you may see.',
    noneTroubled: 'Every autoscaler works within its bounds',
  },
  quotaUse: {
    title: 'Namespace quotas',
    description: 'How full each quota is, the fullest first.',
    totals: 'Quotas by how full they are',
    critical: 'from {{percent}}%',
    warning: 'from {{percent}}%',
    below: 'below',
    uncounted: 'not counted',
    warnFrom: 'Nearly full from',
    errorFrom: 'Full from',
    quota: 'Quota',
    cpu: 'CPU',
    memory: 'Memory',
    storage: 'Storage',
    pods: 'Pods',
    other: 'Other',
    cell: '{{used}} of {{hard}} {{resource}} ({{share}})',
    notCounted: '{{resource}} has not been counted yet',
    forbidden: '{{resource}} is not allowed at all',
    none: 'There is no quota',
    noneText:
      'None exists in the namespaces that you may see. A ResourceQuota bounds what a namespace may ask for.',
    noneNear: 'No quota is nearly full',
  },
} as const;
