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

import { timestamp } from './kubernetesTime';

/** Fields by which the items of a list are told apart, by the list's name. */
const LIST_KEYS: Record<string, string[]> = {
  containers: ['name'],
  initContainers: ['name'],
  env: ['name'],
  ports: ['containerPort', 'protocol'],
  volumes: ['name'],
  volumeMounts: ['mountPath'],
  ownerReferences: ['uid'],
  conditions: ['type'],
};

/** The field set of a value, as `managedFields` writes it. */
export function fieldSet(value: any): any {
  const fields: Record<string, any> = {};
  for (const [name, child] of Object.entries(value)) {
    fields[`f:${name}`] = childFields(name, child);
  }
  return fields;
}

function childFields(name: string, child: any): any {
  const keys = LIST_KEYS[name];
  if (Array.isArray(child)) {
    if (!keys) return {};
    const items: Record<string, any> = { '.': {} };
    for (const item of child) {
      const key = Object.fromEntries(keys.map(field => [field, item[field]]));
      items[`k:${JSON.stringify(key)}`] = { '.': {}, ...fieldSet(item) };
    }
    return items;
  }
  if (child && typeof child === 'object' && Object.keys(child).length > 0) {
    return { '.': {}, ...fieldSet(child) };
  }
  return {};
}

export interface ManagedFieldsEntry {
  manager: string;
  operation: 'Update' | 'Apply';
  apiVersion: string;
  time: string;
  fieldsType: 'FieldsV1';
  fieldsV1: any;
  subresource?: string;
}

export function managedBy(
  manager: string,
  apiVersion: string,
  epochMs: number,
  fields: any,
  subresource?: string,
): ManagedFieldsEntry {
  return {
    manager,
    operation: 'Update',
    apiVersion,
    time: timestamp(epochMs),
    fieldsType: 'FieldsV1',
    fieldsV1: fields,
    ...(subresource && { subresource }),
  };
}
