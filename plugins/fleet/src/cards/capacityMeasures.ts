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
  CapacityFigures,
  formatBytes,
  formatCores,
  formatCount,
} from '@quarterdeck/backstage-plugin-fleet-common';

/** One thing that nodes offer, with the figures of it. */
export interface CapacityMeasure {
  readonly id: 'cpu' | 'memory' | 'gpus' | 'pods';
  readonly format: (amount: number | undefined) => string;
  readonly allocatable: (figures: CapacityFigures) => number | undefined;
  readonly requested: (figures: CapacityFigures) => number | undefined;
  readonly used: (figures: CapacityFigures) => number | undefined;
}

/** The measures in the order in which they are shown. */
export const capacityMeasures: readonly CapacityMeasure[] = [
  {
    id: 'cpu',
    format: formatCores,
    allocatable: figures => figures.cpuAllocatable,
    requested: figures => figures.cpuRequested,
    used: figures => figures.cpuUsed,
  },
  {
    id: 'memory',
    format: formatBytes,
    allocatable: figures => figures.memoryAllocatable,
    requested: figures => figures.memoryRequested,
    used: figures => figures.memoryUsed,
  },
  {
    id: 'gpus',
    format: formatCount,
    allocatable: figures => figures.gpusAllocatable,
    requested: figures => figures.gpusRequested,
    used: () => undefined,
  },
  {
    id: 'pods',
    format: formatCount,
    allocatable: figures => figures.podCapacity,
    requested: figures => figures.pods,
    used: () => undefined,
  },
];

/** A part of a whole from 0 up; undefined while either is unknown or there is no whole. */
export function shareOf(
  part: number | undefined,
  whole: number | undefined,
): number | undefined {
  return part === undefined || !whole ? undefined : part / whole;
}

/** A share in whole percent. */
export function formatShare(share: number | undefined): string {
  return share === undefined ? '–' : `${Math.round(share * 100)}%`;
}
