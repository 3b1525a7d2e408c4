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
  formatBytes,
  formatCores,
  RequestFigures,
} from '@quarterdeck/backstage-plugin-fleet-common';

/** What is compared. */
export type RequestResource = 'cpu' | 'memory';

/** `short` uses more than it asks for, `over` asks for much more than it uses. */
export type RequestVerdict = 'short' | 'over' | 'fits' | 'unknown';

/** How much is asked for and how much is used. */
export interface RequestGap {
  requested: number | undefined;
  used: number | undefined;
  /** Asked for and not used; negative where more is used. */
  gap: number | undefined;
  verdict: RequestVerdict;
}

/** Differences below these are noise: a hundredth of a core, 16 MiB. */
const NOISE: Readonly<Record<RequestResource, number>> = {
  cpu: 0.01,
  memory: 16 * 1024 ** 2,
};

/** Writes an amount of what is compared. */
export const formatRequest: Readonly<
  Record<RequestResource, (amount: number | undefined) => string>
> = { cpu: formatCores, memory: formatBytes };

/**
 * Compares what is asked for with what is used.
 *
 * @param over - in percent of the use: from where on it is too much
 */
export function requestGap(
  figures: RequestFigures,
  resource: RequestResource,
  over: number,
): RequestGap {
  const requested = figures[`${resource}Requested`];
  const used = figures[`${resource}Used`];
  if (requested === undefined || used === undefined) {
    return { requested, used, gap: undefined, verdict: 'unknown' };
  }
  const gap = requested - used;
  return {
    requested,
    used,
    gap,
    verdict: verdictOf(gap, requested, used * (over / 100), NOISE[resource]),
  };
}

function verdictOf(
  gap: number,
  requested: number,
  most: number,
  noise: number,
): RequestVerdict {
  if (Math.abs(gap) < noise) return 'fits';
  if (gap < 0) return 'short';
  return requested >= most ? 'over' : 'fits';
}

const ORDER: readonly RequestVerdict[] = ['short', 'over', 'fits', 'unknown'];

/** What asks for too little comes first, then what asks for too much, each with the largest difference first. */
export function byGap(a: RequestGap, b: RequestGap): number {
  return (
    ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict) ||
    Math.abs(b.gap ?? 0) - Math.abs(a.gap ?? 0) ||
    (b.requested ?? 0) - (a.requested ?? 0)
  );
}
