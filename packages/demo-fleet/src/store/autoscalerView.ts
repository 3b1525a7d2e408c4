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

import type { KubeObject } from './KubeObject';
import type { ObjectView } from './ResourceType';

/** Where autoscaling/v1 keeps what it has no fields for. */
const PREFIX = 'autoscaling.alpha.kubernetes.io';
const METRICS = `${PREFIX}/metrics`;
const BEHAVIOR = `${PREFIX}/behavior`;
const CONDITIONS = `${PREFIX}/conditions`;

const shown = new WeakMap<KubeObject, KubeObject>();

/** Autoscalers of autoscaling/v2 in the shape of autoscaling/v1, and back. */
export const autoscalerView: ObjectView = {
  show(stored) {
    let view = shown.get(stored);
    if (!view) {
      view = show(stored);
      shown.set(stored, view);
    }
    return view;
  },
  store({ apiVersion, ...input }) {
    const {
      [METRICS]: others = '[]',
      [BEHAVIOR]: behavior,
      [CONDITIONS]: conditions,
      ...annotations
    } = input.metadata.annotations ?? {};
    const { targetCPUUtilizationPercentage: percentage, ...spec } =
      input.spec ?? {};
    const metrics = [
      ...(percentage === undefined ? [] : [cpuMetric(percentage)]),
      ...JSON.parse(others).map(newerMetric),
    ];
    const { currentCPUUtilizationPercentage, ...status } = input.status ?? {};
    return {
      ...input,
      metadata: {
        ...input.metadata,
        ...(input.metadata.annotations && { annotations }),
      },
      spec: {
        ...spec,
        ...(metrics.length > 0 && { metrics }),
        ...(behavior && { behavior: JSON.parse(behavior) }),
      },
      status: {
        ...status,
        ...(conditions && { conditions: JSON.parse(conditions) }),
      },
    };
  },
};

function show(stored: KubeObject): KubeObject {
  const { metrics = [], behavior, ...spec } = stored.spec;
  const { currentMetrics = [], conditions, ...status } = stored.status ?? {};
  const cpu = metrics.find(isCpuUtilization);
  const others = metrics.filter((each: any) => each !== cpu).map(olderMetric);
  const current = currentMetrics.find(
    (each: any) => each.type === 'Resource' && each.resource.name === 'cpu',
  )?.resource.current.averageUtilization;
  return {
    ...stored,
    apiVersion: 'autoscaling/v1',
    metadata: {
      ...stored.metadata,
      annotations: {
        ...stored.metadata.annotations,
        ...(others.length > 0 && { [METRICS]: JSON.stringify(others) }),
        ...(behavior && { [BEHAVIOR]: JSON.stringify(behavior) }),
        ...(conditions && { [CONDITIONS]: JSON.stringify(conditions) }),
      },
    },
    spec: {
      ...spec,
      ...(cpu && {
        targetCPUUtilizationPercentage: cpu.resource.target.averageUtilization,
      }),
    },
    status: {
      ...status,
      ...(current !== undefined && {
        currentCPUUtilizationPercentage: current,
      }),
    },
  };
}

function isCpuUtilization({ type, resource }: any): boolean {
  return (
    type === 'Resource' &&
    resource.name === 'cpu' &&
    resource.target.type === 'Utilization'
  );
}

function cpuMetric(averageUtilization: number) {
  const target = { type: 'Utilization', averageUtilization };
  return { type: 'Resource', resource: { name: 'cpu', target } };
}

function olderMetric(metric: any): any {
  if (metric.type !== 'Resource') return metric;
  const { name, target } = metric.resource;
  return {
    type: 'Resource',
    resource: {
      name,
      ...(target.type === 'Utilization'
        ? { targetAverageUtilization: target.averageUtilization }
        : { targetAverageValue: target.averageValue }),
    },
  };
}

function newerMetric(metric: any): any {
  if (metric.type !== 'Resource' || metric.resource.target) return metric;
  const { name, targetAverageUtilization, targetAverageValue } =
    metric.resource;
  const target =
    targetAverageUtilization === undefined
      ? { type: 'AverageValue', averageValue: targetAverageValue }
      : { type: 'Utilization', averageUtilization: targetAverageUtilization };
  return { type: 'Resource', resource: { name, target } };
}
