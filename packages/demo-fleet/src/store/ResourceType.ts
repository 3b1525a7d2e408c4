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

import type { KubeObject, KubeObjectInput } from './KubeObject';

export type Subresource =
  'status' | 'scale' | 'eviction' | 'binding' | 'log' | 'finalize' | 'token';

/** A column of the Table that the server makes of a list. */
export interface PrinterColumn {
  name: string;
  type: string;
  format?: string;
  description?: string;
  priority?: number;
  /** Where the cell comes from; set for custom resources only. */
  jsonPath?: string;
}

/** JSON paths of the scale subresource of a custom resource. */
export interface ScalePaths {
  specReplicasPath: string;
  statusReplicasPath: string;
  labelSelectorPath?: string;
}

/** A kind of object that the server knows, under one group and version. */
export interface ResourceType {
  group: string;
  version: string;
  plural: string;
  singular: string;
  kind: string;
  listKind: string;
  shortNames: string[];
  namespaced: boolean;
  categories?: string[];
  subresources: Subresource[];
  verbs: string[];
  /** Whether the kind counts generations of its spec. */
  generation: boolean;
  /** Columns of a custom resource; builtin kinds have their own renderers. */
  printerColumns?: PrinterColumn[];
  scale?: ScalePaths;
  /** Schema of a custom resource, as its definition gives it. */
  schema?: any;
  custom?: boolean;
  /** The type under which the objects are stored, when this one is only another view of it. */
  storedAs?: ResourceType;
  /** Makes the objects, by their keys, of a type that is never stored. */
  computed?: () => ReadonlyMap<string, KubeObject>;
  view?: ObjectView;
}

/** Another shape of stored objects, such as events.k8s.io events. */
export interface ObjectView {
  show(stored: KubeObject): KubeObject;
  store(shown: KubeObjectInput): KubeObjectInput;
}

export function apiVersionOf(type: { group: string; version: string }): string {
  return type.group ? `${type.group}/${type.version}` : type.version;
}

/** `pods`, `deployments.apps`: how messages of the server name a resource. */
export function qualifiedPlural(type: {
  group: string;
  plural: string;
}): string {
  return type.group ? `${type.plural}.${type.group}` : type.plural;
}
