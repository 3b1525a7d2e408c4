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

import type { KubeObject } from '../../store/KubeObject';
import { qualifiedPlural, ResourceType } from '../../store/ResourceType';
import { partialMetadata } from '../ObjectEncoder';
import type { Cells } from './Cells';
import { nameAndAge } from './Cells';
import {
  eventCells,
  nodeCells,
  persistentVolumeCells,
  persistentVolumeClaimCells,
} from './clusterCells';
import recordedColumns from './columnDefinitions.json';
import { customCells } from './customCells';
import {
  endpointsCells,
  endpointSliceCells,
  ingressCells,
  serviceCells,
} from './networkCells';
import { metricsCells } from './metricsCells';
import { otherCells } from './otherCells';
import { podCells } from './podCells';
import {
  cronJobCells,
  daemonSetCells,
  deploymentCells,
  jobCells,
  replicaSetCells,
  replicationControllerCells,
  statefulSetCells,
} from './workloadCells';

export interface ColumnDefinition {
  name: string;
  type: string;
  format: string;
  description: string;
  priority: number;
}

export interface Table {
  kind: 'Table';
  apiVersion: 'meta.k8s.io/v1';
  metadata: object;
  columnDefinitions: ColumnDefinition[] | null;
  rows: Array<{ cells: unknown[]; object: unknown }>;
}

const CELLS: Record<string, Cells> = {
  pods: podCells,
  nodes: nodeCells,
  events: eventCells,
  services: serviceCells,
  endpoints: endpointsCells,
  persistentvolumes: persistentVolumeCells,
  persistentvolumeclaims: persistentVolumeClaimCells,
  replicationcontrollers: replicationControllerCells,
  'deployments.apps': deploymentCells,
  'replicasets.apps': replicaSetCells,
  'statefulsets.apps': statefulSetCells,
  'daemonsets.apps': daemonSetCells,
  'jobs.batch': jobCells,
  'cronjobs.batch': cronJobCells,
  'endpointslices.discovery.k8s.io': endpointSliceCells,
  'ingresses.networking.k8s.io': ingressCells,
  'nodes.metrics.k8s.io': metricsCells,
  'pods.metrics.k8s.io': metricsCells,
  ...otherCells,
};

/** Kinds that were not recorded have the columns of a kind that prints alike. */
const SAME_COLUMNS: Record<string, string> = {
  'events.events.k8s.io': 'events',
  'nodes.metrics.k8s.io': 'pods.metrics.k8s.io',
  replicationcontrollers: 'replicasets.apps',
  'clusterroles.rbac.authorization.k8s.io': 'roles.rbac.authorization.k8s.io',
  'clusterrolebindings.rbac.authorization.k8s.io':
    'rolebindings.rbac.authorization.k8s.io',
};

const RECORDED = recordedColumns as Record<string, ColumnDefinition[]>;
const [NAME_COLUMN] = RECORDED.configmaps;
const AGE_COLUMN = RECORDED.configmaps[2];

export interface TableRenderer {
  columns: ColumnDefinition[];
  cells: Cells;
}

export function tableRenderer(type: ResourceType): TableRenderer {
  if (type.custom) {
    const columns = type.printerColumns ?? [];
    return {
      columns: [NAME_COLUMN, ...columns.map(customColumn)],
      cells: customCells(columns),
    };
  }
  const name = qualifiedPlural(type);
  const source = SAME_COLUMNS[name] ?? name;
  return {
    columns: RECORDED[source] ?? [NAME_COLUMN, AGE_COLUMN],
    cells: CELLS[qualifiedPlural(type.storedAs ?? type)] ?? nameAndAge(),
  };
}

function customColumn(column: {
  name: string;
  type: string;
  format?: string;
  description?: string;
  priority?: number;
}): ColumnDefinition {
  return {
    name: column.name,
    type: column.type,
    format: column.format ?? '',
    description: column.description ?? '',
    priority: column.priority ?? 0,
  };
}

export type IncludeObject = 'None' | 'Metadata' | 'Object';

export interface RenderTableOptions {
  metadata: object;
  now: Date;
  includeObject: IncludeObject;
  /** Later events of a watch leave the columns out. */
  withoutColumns?: boolean;
  view: (object: KubeObject) => KubeObject;
}

export function renderTable(
  renderer: TableRenderer,
  objects: readonly KubeObject[],
  options: RenderTableOptions,
): Table {
  return {
    kind: 'Table',
    apiVersion: 'meta.k8s.io/v1',
    metadata: options.metadata,
    columnDefinitions: options.withoutColumns ? null : renderer.columns,
    rows: objects.map(object => ({
      cells: renderer.cells(object, options.now),
      object: rowObject(object, options),
    })),
  };
}

function rowObject(object: KubeObject, options: RenderTableOptions): unknown {
  switch (options.includeObject) {
    case 'None':
      return null;
    case 'Object':
      return options.view(object);
    default:
      return partialMetadata(object);
  }
}
