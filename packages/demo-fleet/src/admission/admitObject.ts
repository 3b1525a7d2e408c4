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

import type { KubeObjectInput } from '../store/KubeObject';
import type { ObjectStore } from '../store/ObjectStore';
import { formatQuantity, quantityValue } from '../world/quantity';
import { quotaCharge, quotaUsed } from './quotaUse';

export interface Admission<T> {
  /** With what the limit ranges of the namespace add. */
  object: T;
  /** Why the object may not be created, in the words of the server. */
  refusal?: string;
}

/** Applies the limit ranges and the quotas of a namespace to a new object. */
export function admitObject<T extends KubeObjectInput>(
  store: ObjectStore,
  object: T,
): Admission<T> {
  const { namespace } = object.metadata;
  if (!namespace) return { object };
  const admitted =
    object.kind === 'Pod' ? withLimitRanges(store, object, namespace) : object;
  return {
    object: admitted,
    refusal: quotaRefusal(store, admitted, namespace),
  };
}

function withLimitRanges<T extends KubeObjectInput>(
  store: ObjectStore,
  pod: T,
  namespace: string,
): T {
  const type = store.types.require('v1', 'LimitRange');
  const limits = store
    .list(type, namespace)
    .flatMap(({ spec }) => (spec?.limits ?? []) as any[])
    .filter(each => each.type === 'Container');
  if (limits.length === 0) return pod;
  const containers = pod.spec.containers.map((container: any) => {
    let { requests = {}, limits: most = {} } = container.resources ?? {};
    for (const limit of limits) {
      most = { ...limit.default, ...most };
      // Without a request of its own, what is limited is asked for.
      requests = { ...limit.default, ...limit.defaultRequest, ...requests };
    }
    return {
      ...container,
      resources: { ...container.resources, requests, limits: most },
    };
  });
  return { ...pod, spec: { ...pod.spec, containers } };
}

function quotaRefusal(
  store: ObjectStore,
  object: KubeObjectInput,
  namespace: string,
): string | undefined {
  const type = store.types.require('v1', 'ResourceQuota');
  for (const quota of store.list(type, namespace)) {
    const hard: Record<string, string> = quota.spec?.hard ?? {};
    const missing = unspecified(object, hard);
    if (missing) return `failed quota: ${quota.metadata.name}: ${missing}`;
    const charge = quotaCharge(object, hard);
    if (Object.keys(charge).length === 0) continue;
    const used = quotaUsed(store, quota, inNamespace =>
      store.list(store.types.require('v1', 'Pod'), inNamespace),
    );
    const over = Object.keys(charge)
      .sort()
      .filter(
        name =>
          quantityValue(used[name]) + charge[name] >
          quantityValue(hard[name]) + 1e-6,
      );
    if (over.length === 0) continue;
    const say = (value: (name: string) => string) =>
      over.map(name => `${name}=${value(name)}`).join(',');
    return `exceeded quota: ${quota.metadata.name}, requested: ${say(name =>
      formatQuantity(charge[name], hard[name]),
    )}, used: ${say(name => used[name])}, limited: ${say(name => hard[name])}`;
  }
  return undefined;
}

/** A quota on a resource makes every container say how much of it it needs. */
function unspecified(
  object: KubeObjectInput,
  hard: Record<string, string>,
): string | undefined {
  if (object.kind !== 'Pod') return undefined;
  const texts: string[] = [];
  for (const name of Object.keys(hard).sort()) {
    const match = /^(requests|limits)\.(cpu|memory)$/.exec(name);
    if (!match) continue;
    const [, field, resource] = match;
    const without = object.spec.containers
      .filter(({ resources = {} }: any) => {
        const given = resources[field]?.[resource];
        return field === 'requests'
          ? given === undefined && resources.limits?.[resource] === undefined
          : given === undefined;
      })
      .map((container: any) => container.name);
    if (without.length > 0) texts.push(`${name} for: ${without.join(',')}`);
  }
  return texts.length > 0 ? `must specify ${texts.join('; ')}` : undefined;
}
