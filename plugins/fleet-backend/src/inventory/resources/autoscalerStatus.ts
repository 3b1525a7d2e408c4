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

import { HorizontalPodAutoscalerRow } from '@quarterdeck/backstage-plugin-fleet-common';
import { Autoscaler, AutoscalerCondition } from './AutoscalerObject';

type Standing = Pick<
  HorizontalPodAutoscalerRow,
  'status' | 'severity' | 'reason' | 'message'
>;

/** Longest message that is kept; the object itself has the rest. */
const MAX_MESSAGE = 1000;

/** Where an autoscaler stands by its conditions, the worst of them first. */
export function autoscalerStatus({ spec, status }: Autoscaler): Standing {
  const conditions = status?.conditions ?? [];
  const of = (type: string) => conditions.find(each => each.type === type);
  const able = of('AbleToScale');
  const active = of('ScalingActive');
  if (able?.status === 'False') return because('Cannot scale', able, 'error');
  if (active?.status === 'False') {
    return active.reason === 'ScalingDisabled'
      ? because('Disabled', active)
      : because('No metrics', active, 'error');
  }
  if (able === undefined || active === undefined) return { status: 'Unknown' };
  const limited = of('ScalingLimited');
  if (limited?.status === 'True' && limited.reason === 'TooManyReplicas') {
    return because('At maximum', limited, 'warning');
  }
  const { currentReplicas, desiredReplicas } = status ?? {};
  const { minReplicas = 1, maxReplicas = 0 } = spec ?? {};
  // One that may not move is always at its maximum.
  if (desiredReplicas === maxReplicas && maxReplicas > minReplicas) {
    return { status: 'At maximum', severity: 'warning' };
  }
  return currentReplicas !== desiredReplicas
    ? { status: 'Scaling', severity: 'progress' }
    : { status: 'In range' };
}

function because(
  word: Standing['status'],
  { reason, message }: AutoscalerCondition,
  severity?: Standing['severity'],
): Standing {
  return {
    status: word,
    ...(severity && { severity }),
    ...(reason && { reason }),
    ...(message && { message: message.slice(0, MAX_MESSAGE) }),
  };
}
