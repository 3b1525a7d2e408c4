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
import type { ResourceType } from './ResourceType';

/** Whether nothing holds a deleted object back any more. */
export function isReleased(object: KubeObject): boolean {
  const { metadata } = object;
  return (
    metadata.deletionTimestamp !== undefined &&
    !metadata.finalizers?.length &&
    !metadata.deletionGracePeriodSeconds &&
    !object.spec?.finalizers?.length
  );
}

/** How long a deleted object may still take: pods on a node, their own time. */
export function gracePeriod(
  type: ResourceType,
  object: KubeObject,
  requested: number | undefined,
): number {
  const isPod = type.kind === 'Pod' && type.group === '';
  const ended = ['Succeeded', 'Failed'].includes(object.status?.phase);
  if (!isPod || ended || !object.spec?.nodeName) return 0;
  return requested ?? object.spec.terminationGracePeriodSeconds ?? 30;
}
