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

/** Lists that a strategic merge patch merges by a key of their elements. */
const STRATEGIC: Record<string, string> = {
  addresses: 'type',
  conditions: 'type',
  containers: 'name',
  env: 'name',
  ephemeralContainers: 'name',
  hostAliases: 'ip',
  imagePullSecrets: 'name',
  initContainers: 'name',
  ownerReferences: 'uid',
  podIPs: 'ip',
  resourceClaims: 'name',
  schedulingGates: 'name',
  secrets: 'name',
  topologySpreadConstraints: 'topologyKey',
  volumeDevices: 'devicePath',
  volumeMounts: 'mountPath',
  volumes: 'name',
};

/** Lists of plain values that are merged as sets. */
const SETS = new Set(['finalizers']);

/** Values that are owned and replaced as one. */
const ATOMIC = new Set([
  'selector',
  'labelSelector',
  'podSelector',
  'namespaceSelector',
  'nodeSelector',
  'fieldRef',
  'resourceFieldRef',
  'configMapKeyRef',
  'secretKeyRef',
  'roleRef',
  'claimRef',
  'involvedObject',
  'openAPIV3Schema',
]);

export function isSetList(field: string): boolean {
  return SETS.has(field);
}

export function isAtomic(field: string): boolean {
  return ATOMIC.has(field);
}

/** The key by which a strategic merge patch merges a list, if it does. */
export function strategicMergeKey(
  field: string,
  elements: any[],
): string | undefined {
  if (field === 'ports') {
    if (elements.some(each => each?.containerPort)) return 'containerPort';
    return elements.some(each => each?.port) ? 'port' : undefined;
  }
  return STRATEGIC[field];
}

/** The keys that identify an element for field ownership, if any do. */
export function associativeKeys(
  field: string,
  elements: any[],
): string[] | undefined {
  if (field === 'ports') {
    const key = strategicMergeKey(field, elements);
    return key ? [key, 'protocol'] : undefined;
  }
  if (field === 'topologySpreadConstraints') {
    return ['topologyKey', 'whenUnsatisfiable'];
  }
  const key = STRATEGIC[field];
  return key ? [key] : undefined;
}
