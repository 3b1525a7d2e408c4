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

import { NodeRow } from '@quarterdeck/backstage-plugin-fleet-common';
import { StatusTone } from '@quarterdeck/backstage-plugin-fleet-react';

/** Conditions that are told of, in the words of the summary. */
export type ConditionId =
  | 'notReady'
  | 'unknown'
  | 'memoryPressure'
  | 'diskPressure'
  | 'pidPressure'
  | 'networkUnavailable'
  | 'cordoned'
  | 'ready';

/** A condition that a node is in. */
export interface NodeCondition {
  id: ConditionId;
  tone: StatusTone;
  /** Epoch milliseconds; Kubernetes does not tell since when a node is cordoned. */
  since?: number;
}

const PRESSURES: Readonly<Record<string, ConditionId>> = {
  MemoryPressure: 'memoryPressure',
  DiskPressure: 'diskPressure',
  PIDPressure: 'pidPressure',
  NetworkUnavailable: 'networkUnavailable',
};

/** The conditions that a node is in, worst first; that it is ready where there is no other. */
export function conditionsOf({
  ready,
  schedulable,
  pressures,
  since = {},
}: Pick<
  NodeRow,
  'ready' | 'schedulable' | 'pressures' | 'since'
>): NodeCondition[] {
  const conditions: NodeCondition[] = [];
  if (ready === false) {
    conditions.push({ id: 'notReady', tone: 'error', since: since.Ready });
  }
  if (ready === undefined) {
    conditions.push({ id: 'unknown', tone: 'unknown', since: since.Ready });
  }
  for (const type of pressures) {
    const id = PRESSURES[type];
    if (id) conditions.push({ id, tone: 'orange', since: since[type] });
  }
  if (!schedulable) conditions.push({ id: 'cordoned', tone: 'warning' });
  return conditions.length > 0
    ? conditions
    : [{ id: 'ready', tone: 'healthy' }];
}

/** When the newest of them began; undefined where none of that is known. */
export function newestSince(
  conditions: readonly NodeCondition[],
): number | undefined {
  const times = conditions.flatMap(({ since }) => since ?? []);
  return times.length > 0 ? Math.max(...times) : undefined;
}
