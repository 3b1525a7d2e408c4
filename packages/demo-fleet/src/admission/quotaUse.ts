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

import type { KubeObject } from '../store/KubeObject';
import type { ObjectStore } from '../store/ObjectStore';
import { isTerminal } from '../world/podConditions';
import { formatQuantity, quantityValue } from '../world/quantity';

/** Resources of a quota that count objects, by the name of the quota's entry. */
const COUNTED: Record<string, [apiVersion: string, kind: string]> = {
  configmaps: ['v1', 'ConfigMap'],
  persistentvolumeclaims: ['v1', 'PersistentVolumeClaim'],
  pods: ['v1', 'Pod'],
  secrets: ['v1', 'Secret'],
  services: ['v1', 'Service'],
  'count/cronjobs.batch': ['batch/v1', 'CronJob'],
  'count/deployments.apps': ['apps/v1', 'Deployment'],
  'count/jobs.batch': ['batch/v1', 'Job'],
};

type Amounts = Record<string, number>;

/** What an object takes of the entries of a quota. */
export function quotaCharge(
  object: { kind?: string; spec?: any; status?: any },
  hard: Record<string, string>,
): Amounts {
  const charge: Amounts = {};
  for (const name of Object.keys(hard)) {
    const amount = chargeOf(object, name);
    if (amount > 0) charge[name] = amount;
  }
  return charge;
}

function chargeOf(object: any, name: string): number {
  if (COUNTED[name]?.[1] === object.kind) return 1;
  if (object.kind === 'Pod') {
    const [field, ...rest] = name.split('.');
    const inShort = name === 'cpu' || name === 'memory';
    if (!inShort && field !== 'requests' && field !== 'limits') return 0;
    const resource = inShort ? name : rest.join('.');
    return sum(object.spec?.containers ?? [], (container: Container) => {
      const { requests = {}, limits = {} } = container.resources ?? {};
      const from = field === 'limits' ? limits : { ...limits, ...requests };
      return quantityValue(from[resource]);
    });
  }
  if (object.kind === 'PersistentVolumeClaim' && name === 'requests.storage') {
    return quantityValue(object.spec?.resources?.requests?.storage);
  }
  return 0;
}

/** What all objects of a namespace take of the entries of a quota. */
export function quotaUsed(
  store: ObjectStore,
  quota: KubeObject,
  podsOf: (namespace: string) => readonly KubeObject[],
): Record<string, string> {
  const hard: Record<string, string> = quota.spec?.hard ?? {};
  const namespace = quota.metadata.namespace!;
  const used: Amounts = Object.fromEntries(
    Object.keys(hard).map(name => [name, 0]),
  );
  const kinds = new Map(
    [
      ...Object.values(COUNTED),
      ['v1', 'PersistentVolumeClaim'] as [string, string],
    ].map(each => [each[1], each]),
  );
  for (const [kind, [apiVersion]] of kinds) {
    if (!Object.keys(hard).some(name => concerns(name, kind))) continue;
    const type = store.types.require(apiVersion, kind);
    const objects =
      kind === 'Pod'
        ? podsOf(namespace).filter(pod => !isTerminal(pod))
        : store.list(type, namespace);
    for (const object of objects) {
      const charge = quotaCharge(object, hard);
      for (const [name, amount] of Object.entries(charge)) used[name] += amount;
    }
  }
  return Object.fromEntries(
    Object.entries(used).map(([name, amount]) => [
      name,
      formatQuantity(amount, hard[name]),
    ]),
  );
}

function concerns(name: string, kind: string): boolean {
  if (COUNTED[name]) return COUNTED[name][1] === kind;
  return name === 'requests.storage'
    ? kind === 'PersistentVolumeClaim'
    : kind === 'Pod';
}

/** What of a container a quota looks at. */
interface Container {
  resources?: {
    requests?: Record<string, string>;
    limits?: Record<string, string>;
  };
}

function sum<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}
