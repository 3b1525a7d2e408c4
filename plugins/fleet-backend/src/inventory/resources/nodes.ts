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

import {
  NodeRow,
  nodesResource,
  Severity,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  ProjectionContext,
  watchedResource,
} from '@quarterdeck/backstage-plugin-fleet-node';
import { platformLabels } from '../../clusters/facts/platformLabels';
import { epochOf } from './kubernetesTime';
import { parseQuantity } from './quantity';

interface NodeCondition {
  type?: string;
  status?: string;
  lastTransitionTime?: string;
}

interface Node {
  metadata: {
    uid: string;
    name: string;
    creationTimestamp?: string;
    deletionTimestamp?: string;
    labels?: Record<string, string>;
  };
  spec?: { unschedulable?: boolean; providerID?: string };
  status?: {
    allocatable?: Record<string, string>;
    conditions?: NodeCondition[];
    nodeInfo?: { kubeletVersion?: string };
  };
}

const PRESSURES = [
  'MemoryPressure',
  'DiskPressure',
  'PIDPressure',
  'NetworkUnavailable',
];

const ROLE_PREFIX = 'node-role.kubernetes.io/';

/** Nodes, watched from the start. */
export const nodes = watchedResource(nodesResource, {
  group: '',
  version: 'v1',
  plural: 'nodes',
  keep: 'always',
  fields: [
    'metadata.creationTimestamp',
    'metadata.deletionTimestamp',
    'metadata.labels',
    'spec.unschedulable',
    'spec.providerID',
    'status.allocatable',
    'status.conditions.type',
    'status.conditions.status',
    'status.conditions.lastTransitionTime',
    'status.nodeInfo.kubeletVersion',
  ],
  project: nodeRow,
});

function nodeRow(node: Node, { cluster, intern }: ProjectionContext): NodeRow {
  const labels = node.metadata.labels ?? {};
  const allocatable = node.status?.allocatable ?? {};
  const conditions = node.status?.conditions ?? [];
  const readyStatus = conditions.find(({ type }) => type === 'Ready')?.status;
  const ready = readiness(readyStatus);
  const schedulable = !node.spec?.unschedulable;
  const pressures = conditions.flatMap(({ type, status }) =>
    type && status === 'True' && PRESSURES.includes(type) ? [intern(type)] : [],
  );
  return {
    uid: node.metadata.uid,
    cluster,
    namespace: '',
    name: intern(node.metadata.name),
    status: intern(
      schedulable ? word(ready) : `${word(ready)},SchedulingDisabled`,
    ),
    ready,
    schedulable,
    severity: severityOf(ready, schedulable, pressures),
    pressures,
    since: since(conditions, intern),
    roles: Object.keys(labels)
      .filter(label => label.startsWith(ROLE_PREFIX))
      .map(label => intern(label.slice(ROLE_PREFIX.length)))
      .sort(),
    version: intern(node.status?.nodeInfo?.kubeletVersion ?? ''),
    providerId: node.spec?.providerID ?? '',
    region: intern(labels['topology.kubernetes.io/region'] ?? ''),
    zone: intern(labels['topology.kubernetes.io/zone'] ?? ''),
    platformLabels: platformLabels(labels, intern),
    instanceType: intern(labels['node.kubernetes.io/instance-type'] ?? ''),
    cpu: parseQuantity(allocatable.cpu),
    memory: parseQuantity(allocatable.memory),
    gpus: parseQuantity(allocatable['nvidia.com/gpu']),
    podCapacity: parseQuantity(allocatable.pods),
    created: epochOf(node.metadata.creationTimestamp) ?? 0,
  };
}

function severityOf(
  ready: boolean | undefined,
  schedulable: boolean,
  pressures: string[],
): Severity | undefined {
  if (!ready) return 'error';
  return pressures.length > 0 || !schedulable ? 'warning' : undefined;
}

/** When what is wrong with a node began, by condition; undefined when nothing is. */
function since(
  conditions: NodeCondition[],
  intern: (text: string) => string,
): Record<string, number> | undefined {
  const began = conditions.flatMap(({ type, status, lastTransitionTime }) => {
    const wrong =
      type === 'Ready'
        ? status !== 'True'
        : status === 'True' && PRESSURES.includes(type ?? '');
    const at = epochOf(lastTransitionTime);
    return wrong && type && at !== undefined ? [[intern(type), at]] : [];
  });
  return began.length > 0 ? Object.fromEntries(began) : undefined;
}

/** `Unknown`, as the node controller writes it for a silent node, is neither. */
function readiness(status: string | undefined): boolean | undefined {
  if (status === 'True') return true;
  return status === 'False' ? false : undefined;
}

function word(ready: boolean | undefined): string {
  if (ready === undefined) return 'Unknown';
  return ready ? 'Ready' : 'NotReady';
}
