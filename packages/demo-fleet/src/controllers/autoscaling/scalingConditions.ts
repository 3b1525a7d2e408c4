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

import type { ReplicaDecision } from './decideReplicas';

/** Why the autoscaler did or did not scale. */
export function ableToScale(
  rescaled: boolean,
  { replicas, wanted, stabilized }: ReplicaDecision,
) {
  if (rescaled) {
    return {
      reason: 'SucceededRescale',
      message: `the HPA controller was able to update the target scale to ${replicas}`,
    };
  }
  if (stabilized && wanted < replicas) {
    return {
      reason: 'ScaleDownStabilized',
      message:
        'recent recommendations were higher than current one, applying the highest recent recommendation',
    };
  }
  return {
    reason: 'ReadyForNewScale',
    message: 'recommended size matches current size',
  };
}

/** Whether it would scale further if it might. */
export function scalingLimited(
  { replicas, wanted }: ReplicaDecision,
  spec: any,
) {
  const type = 'ScalingLimited';
  if (wanted > spec.maxReplicas) {
    return {
      type,
      status: 'True',
      reason: 'TooManyReplicas',
      message:
        'the desired replica count is more than the maximum replica count',
    };
  }
  if (
    wanted < (spec.minReplicas ?? 1) &&
    replicas === (spec.minReplicas ?? 1)
  ) {
    return {
      type,
      status: 'True',
      reason: 'TooFewReplicas',
      message:
        'the desired replica count is less than the minimum replica count',
    };
  }
  return {
    type,
    status: 'False',
    reason: 'DesiredWithinRange',
    message: 'the desired count is within the acceptable range',
  };
}
