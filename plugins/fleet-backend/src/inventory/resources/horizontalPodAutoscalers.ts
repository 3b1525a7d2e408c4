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
  HorizontalPodAutoscalerRow,
  horizontalPodAutoscalersResource,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  ProjectionContext,
  watchedResource,
} from '@quarterdeck/backstage-plugin-fleet-node';
import { Autoscaler, AutoscalerMetric, MetricAmount } from './AutoscalerObject';
import { autoscalerStatus } from './autoscalerStatus';
import { epochOf } from './kubernetesTime';
import { objectHead } from './objectHead';

/** HorizontalPodAutoscalers of every namespace, watched while somebody looks. */
export const horizontalPodAutoscalers = watchedResource(
  horizontalPodAutoscalersResource,
  {
    group: 'autoscaling',
    version: 'v2',
    plural: 'horizontalpodautoscalers',
    keep: 'while-viewed',
    fields: [
      'metadata.creationTimestamp',
      'spec.scaleTargetRef.kind',
      'spec.scaleTargetRef.name',
      'spec.minReplicas',
      'spec.maxReplicas',
      'spec.metrics',
      'status.currentReplicas',
      'status.desiredReplicas',
      'status.lastScaleTime',
      'status.currentMetrics',
      'status.conditions.type',
      'status.conditions.status',
      'status.conditions.reason',
      'status.conditions.message',
    ],
    project: horizontalPodAutoscalerRow,
  },
);

function horizontalPodAutoscalerRow(
  autoscaler: Autoscaler,
  context: ProjectionContext,
): HorizontalPodAutoscalerRow {
  const { metadata, spec, status } = autoscaler;
  const standing = autoscalerStatus(autoscaler);
  const { currentReplicas, desiredReplicas } = status ?? {};
  return {
    ...objectHead(metadata, context),
    ...standing,
    reason: standing.reason && context.intern(standing.reason),
    targetKind: context.intern(spec?.scaleTargetRef?.kind ?? ''),
    targetName: spec?.scaleTargetRef?.name ?? '',
    min: spec?.minReplicas ?? 1,
    max: spec?.maxReplicas ?? 0,
    // Nothing was read or computed: the zeros only stand there because the fields are required.
    current:
      currentReplicas === 0 && standing.status === 'Cannot scale'
        ? undefined
        : currentReplicas,
    desired:
      desiredReplicas === 0 && standing.status !== 'Disabled'
        ? undefined
        : desiredReplicas,
    metrics: (spec?.metrics ?? []).map((metric, index) => ({
      name: context.intern(nameOf(metric)),
      ...currentOf(metric, status?.currentMetrics?.[index]),
      target: context.intern(amountText(bodyOf(metric)?.target) ?? '–'),
    })),
    lastScale: epochOf(status?.lastScaleTime),
  };
}

function bodyOf(metric: AutoscalerMetric) {
  return (
    metric.resource ??
    metric.containerResource ??
    metric.pods ??
    metric.object ??
    metric.external
  );
}

function nameOf(metric: AutoscalerMetric): string {
  const body = bodyOf(metric);
  return body?.name ?? body?.metric?.name ?? metric.type ?? '';
}

/** The two lists are in the same order; what could not be read is an entry without a type. */
function currentOf(
  metric: AutoscalerMetric,
  found: AutoscalerMetric | undefined,
): { current?: string } {
  if (found?.type !== metric.type) return {};
  const body = found && bodyOf(found);
  const target = bodyOf(metric)?.target;
  const current =
    target?.averageUtilization === undefined
      ? amountText({ ...body?.current, averageUtilization: undefined })
      : amountText(body?.current);
  return current === undefined ? {} : { current };
}

function amountText(amount: MetricAmount | undefined): string | undefined {
  return amount?.averageUtilization === undefined
    ? (amount?.averageValue ?? amount?.value)
    : `${amount.averageUtilization}%`;
}
