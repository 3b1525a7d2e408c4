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

import { autoscalerView } from './autoscalerView';
import { eventView } from './eventView';
import { apiVersionOf, ResourceType, Subresource } from './ResourceType';

export const ALL_VERBS = [
  'create',
  'delete',
  'deletecollection',
  'get',
  'list',
  'patch',
  'update',
  'watch',
];

interface Row {
  kind: string;
  plural?: string;
  short?: string[];
  cluster?: true;
  all?: true;
  generation?: true;
  sub?: Subresource[];
}

const CORE: Row[] = [
  { kind: 'ConfigMap', short: ['cm'] },
  { kind: 'Endpoints', plural: 'endpoints', short: ['ep'] },
  { kind: 'Event', short: ['ev'] },
  { kind: 'LimitRange', short: ['limits'] },
  {
    kind: 'Namespace',
    short: ['ns'],
    cluster: true,
    sub: ['finalize', 'status'],
  },
  { kind: 'Node', short: ['no'], cluster: true, sub: ['status'] },
  { kind: 'PersistentVolumeClaim', short: ['pvc'], sub: ['status'] },
  { kind: 'PersistentVolume', short: ['pv'], cluster: true, sub: ['status'] },
  {
    kind: 'Pod',
    short: ['po'],
    all: true,
    generation: true,
    sub: ['binding', 'eviction', 'log', 'status'],
  },
  {
    kind: 'ReplicationController',
    short: ['rc'],
    all: true,
    generation: true,
    sub: ['scale', 'status'],
  },
  { kind: 'ResourceQuota', short: ['quota'], sub: ['status'] },
  { kind: 'Secret' },
  { kind: 'ServiceAccount', short: ['sa'], sub: ['token'] },
  { kind: 'Service', short: ['svc'], all: true, sub: ['status'] },
];

const WORKLOAD = { all: true, generation: true } as const;

const GROUPS: Array<[group: string, version: string, rows: Row[]]> = [
  ['', 'v1', CORE],
  [
    'apps',
    'v1',
    [
      { kind: 'ControllerRevision' },
      { kind: 'DaemonSet', short: ['ds'], sub: ['status'], ...WORKLOAD },
      {
        kind: 'Deployment',
        short: ['deploy'],
        sub: ['scale', 'status'],
        ...WORKLOAD,
      },
      {
        kind: 'ReplicaSet',
        short: ['rs'],
        sub: ['scale', 'status'],
        ...WORKLOAD,
      },
      {
        kind: 'StatefulSet',
        short: ['sts'],
        sub: ['scale', 'status'],
        ...WORKLOAD,
      },
    ],
  ],
  ['events.k8s.io', 'v1', [{ kind: 'Event', short: ['ev'] }]],
  [
    'autoscaling',
    'v2',
    [
      {
        kind: 'HorizontalPodAutoscaler',
        short: ['hpa'],
        all: true,
        sub: ['status'],
      },
    ],
  ],
  [
    'autoscaling',
    'v1',
    [
      {
        kind: 'HorizontalPodAutoscaler',
        short: ['hpa'],
        all: true,
        sub: ['status'],
      },
    ],
  ],
  [
    'batch',
    'v1',
    [
      { kind: 'CronJob', short: ['cj'], sub: ['status'], ...WORKLOAD },
      { kind: 'Job', sub: ['status'], ...WORKLOAD },
    ],
  ],
  [
    'networking.k8s.io',
    'v1',
    [
      { kind: 'Ingress', short: ['ing'], generation: true, sub: ['status'] },
      { kind: 'IngressClass', cluster: true, generation: true },
      { kind: 'NetworkPolicy', short: ['netpol'], generation: true },
    ],
  ],
  [
    'policy',
    'v1',
    [
      {
        kind: 'PodDisruptionBudget',
        short: ['pdb'],
        generation: true,
        sub: ['status'],
      },
    ],
  ],
  [
    'rbac.authorization.k8s.io',
    'v1',
    [
      { kind: 'ClusterRoleBinding', cluster: true },
      { kind: 'ClusterRole', cluster: true },
      { kind: 'RoleBinding' },
      { kind: 'Role' },
    ],
  ],
  [
    'scheduling.k8s.io',
    'v1',
    [{ kind: 'PriorityClass', short: ['pc'], cluster: true, generation: true }],
  ],
  [
    'storage.k8s.io',
    'v1',
    [{ kind: 'StorageClass', short: ['sc'], cluster: true }],
  ],
  [
    'apiextensions.k8s.io',
    'v1',
    [
      {
        kind: 'CustomResourceDefinition',
        short: ['crd', 'crds'],
        cluster: true,
        generation: true,
        sub: ['status'],
      },
    ],
  ],
  ['coordination.k8s.io', 'v1', [{ kind: 'Lease' }]],
  ['discovery.k8s.io', 'v1', [{ kind: 'EndpointSlice', generation: true }]],
];

function pluralOf(kind: string): string {
  const lower = kind.toLowerCase();
  if (lower.endsWith('s')) return `${lower}es`;
  return /[^aeiou]y$/.test(lower) ? `${lower.slice(0, -1)}ies` : `${lower}s`;
}

function resourceType(group: string, version: string, row: Row): ResourceType {
  const categories = row.all ? ['all'] : undefined;
  return {
    group,
    version,
    plural: row.plural ?? pluralOf(row.kind),
    singular: row.kind.toLowerCase(),
    kind: row.kind,
    listKind: `${row.kind}List`,
    shortNames: row.short ?? [],
    namespaced: !row.cluster,
    categories:
      row.kind === 'CustomResourceDefinition' ? ['api-extensions'] : categories,
    subresources: row.sub ?? [],
    verbs:
      row.kind === 'Namespace'
        ? ALL_VERBS.filter(verb => verb !== 'deletecollection')
        : ALL_VERBS,
    generation: row.generation ?? false,
  };
}

export function builtinResourceTypes(): ResourceType[] {
  const types = GROUPS.flatMap(([group, version, rows]) =>
    rows.map(row => resourceType(group, version, row)),
  );
  const stored = (group: string, kind: string) =>
    types.find(type => type.group === group && type.kind === kind);
  const views: Record<string, Partial<ResourceType>> = {
    'events.k8s.io/v1': { storedAs: stored('', 'Event'), view: eventView },
    'autoscaling/v1': {
      storedAs: stored('autoscaling', 'HorizontalPodAutoscaler'),
      view: autoscalerView,
    },
  };
  return types.map(type => {
    const view = views[apiVersionOf(type)];
    return view ? { ...type, ...view } : type;
  });
}
