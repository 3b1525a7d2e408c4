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

import type { KubeObject } from '../store/ObjectStore';
import { quantityValue } from './quantity';

export type ResourceAmounts = Record<string, number>;

// Pods of one template share their containers, so most answers are known.
const requestsByContainers = new WeakMap<object, ResourceAmounts>();

/** What a pod asks of its node, in base units by resource name. */
export function podRequests(pod: KubeObject): ResourceAmounts {
  const containers: any[] = pod.spec?.containers ?? [];
  const known = requestsByContainers.get(containers);
  if (known) return known;
  const total: ResourceAmounts = {};
  for (const container of containers) {
    const { requests, limits } = container.resources ?? {};
    for (const [name, quantity] of Object.entries({ ...limits, ...requests })) {
      total[name] = (total[name] ?? 0) + quantityValue(quantity as string);
    }
  }
  requestsByContainers.set(containers, total);
  return total;
}

export function qosClass(podSpec: any): string {
  const resources = (podSpec.containers ?? []).map(
    (container: any) => container.resources ?? {},
  );
  const names = ['cpu', 'memory'];
  const guaranteed = resources.every((entry: any) =>
    names.every(
      name =>
        entry.limits?.[name] !== undefined &&
        (entry.requests?.[name] ?? entry.limits[name]) === entry.limits[name],
    ),
  );
  if (guaranteed && resources.length > 0) return 'Guaranteed';
  const any = resources.some((entry: any) =>
    names.some(
      name =>
        entry.limits?.[name] !== undefined ||
        entry.requests?.[name] !== undefined,
    ),
  );
  return any ? 'Burstable' : 'BestEffort';
}
