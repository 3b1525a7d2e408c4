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

import { deepEqual } from '../../../store/deepEqual';
import type { KubeObject } from '../../../store/KubeObject';
import type { ResourceType } from '../../../store/ResourceType';
import { invalid, StatusCause } from '../../ApiError';

const SELECTOR_KINDS = ['Deployment', 'ReplicaSet', 'DaemonSet', 'Job'];

const STATEFUL_SET_FIELDS = [
  'serviceName',
  'selector',
  'podManagementPolicy',
  'volumeClaimTemplates',
];

/** Refuses changes of fields that a kind fixes at creation. */
export function refuseImmutableChanges(
  type: ResourceType,
  current: KubeObject,
  next: KubeObject,
): void {
  const causes = type.custom ? [] : immutableChanges(type.kind, current, next);
  if (causes.length > 0) throw invalid(type, current.metadata.name, causes);
}

function immutableChanges(
  kind: string,
  current: KubeObject,
  next: KubeObject,
): StatusCause[] {
  if (
    SELECTOR_KINDS.includes(kind) &&
    !deepEqual(current.spec?.selector, next.spec?.selector)
  ) {
    return [
      {
        reason: 'FieldValueInvalid',
        message: `Invalid value: ${JSON.stringify(
          next.spec?.selector,
        )}: field is immutable`,
        field: 'spec.selector',
      },
    ];
  }
  if (kind === 'StatefulSet') {
    const changed = STATEFUL_SET_FIELDS.some(
      field => !deepEqual(current.spec?.[field], next.spec?.[field]),
    );
    if (changed) {
      return [
        forbiddenChange(
          "updates to statefulset spec for fields other than 'replicas', 'ordinals', 'template', 'updateStrategy', 'revisionHistoryLimit', 'persistentVolumeClaimRetentionPolicy' and 'minReadySeconds' are forbidden",
        ),
      ];
    }
  }
  if (kind === 'Pod' && !deepEqual(fixedPart(current), fixedPart(next))) {
    return [
      forbiddenChange(
        'pod updates may not change fields other than `spec.containers[*].image`,`spec.initContainers[*].image`,`spec.activeDeadlineSeconds`,`spec.tolerations` (only additions to existing tolerations),`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it was previously negative)',
      ),
    ];
  }
  if (kind === 'ConfigMap' && current.immutable) {
    const same = deepEqual(current.data, next.data);
    return same
      ? []
      : [forbiddenChange('field is immutable when `immutable` is set', 'data')];
  }
  return [];
}

function forbiddenChange(message: string, field = 'spec'): StatusCause {
  return {
    reason: 'FieldValueForbidden',
    message: `Forbidden: ${message}`,
    field,
  };
}

/** What of a pod's spec stays as it was created. */
function fixedPart({ spec }: KubeObject): any {
  const { activeDeadlineSeconds, tolerations, ...rest } = spec ?? {};
  const withoutImages = (containers: any[] | undefined) =>
    containers?.map(({ image, ...container }) => container);
  return {
    ...rest,
    containers: withoutImages(rest.containers),
    initContainers: withoutImages(rest.initContainers),
  };
}
