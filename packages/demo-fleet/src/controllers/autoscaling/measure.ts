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

import type { UsageSample } from '../../metrics/UsageSamples';
import type { KubeObject } from '../../store/ObjectStore';
import { quantityValue } from '../../world/quantity';

export interface Measured {
  /** Average use in percent of the requests. */
  utilization: number;
  averageValue: string;
}

/** The average use of the pods, over those that were measured. */
export function measure(
  metric: any,
  pods: readonly KubeObject[],
  sample: UsageSample,
): Measured | undefined {
  const name = metric.resource?.name;
  if (metric.resource?.target?.averageUtilization === undefined)
    return undefined;
  if (name !== 'cpu' && name !== 'memory') return undefined;
  let used = 0;
  let asked = 0;
  let count = 0;
  for (const pod of pods) {
    const { name: podName, namespace } = pod.metadata;
    const found = sample.pods.get(`${namespace}/${podName}`);
    if (!found) continue;
    count += 1;
    for (const { usage } of found.containers) used += usage[name as 'cpu'];
    for (const { resources } of pod.spec.containers) {
      asked += quantityValue(resources?.requests?.[name]);
    }
  }
  if (count === 0 || asked === 0) return undefined;
  const average = used / count;
  return {
    utilization: (used / asked) * 100,
    averageValue:
      name === 'cpu'
        ? `${Math.round(average * 1_000)}m`
        : String(Math.round(average)),
  };
}
