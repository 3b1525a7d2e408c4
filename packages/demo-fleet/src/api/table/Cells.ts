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

import type { KubeObject } from '../../store/KubeObject';
import { formatLabelSelector } from '../selectors/labelSelector';
import { age } from './humanDuration';

/** The cells of an object's row. */
export type Cells = (object: KubeObject, now: Date) => unknown[];

export const NONE = '<none>';
export const UNSET = '<unset>';

export function nameAndAge(
  ...middle: Array<(object: any, now: Date) => unknown>
): Cells {
  return (object, now) => [
    object.metadata.name,
    ...middle.map(cell => cell(object, now)),
    age(object.metadata.creationTimestamp, now),
  ];
}

/** The columns after the age that wide output of workloads shows. */
export function containerCells(podSpec: any): [names: string, images: string] {
  const containers: any[] = podSpec?.containers ?? [];
  return [
    containers.map(each => each.name).join(','),
    containers.map(each => each.image).join(','),
  ];
}

export function selectorCell(selector: any): string {
  return formatLabelSelector(selector) || NONE;
}

export function labelsCell(labels: Record<string, string> | undefined): string {
  return selectorCell({ matchLabels: labels });
}

const ACCESS_MODES: Record<string, string> = {
  ReadWriteOnce: 'RWO',
  ReadOnlyMany: 'ROX',
  ReadWriteMany: 'RWX',
  ReadWriteOncePod: 'RWOP',
};

export function accessModes(modes: string[] | undefined): string {
  return [...new Set(modes ?? [])]
    .map(mode => ACCESS_MODES[mode] ?? mode)
    .join(',');
}
