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
  Coverage,
  FailureReason,
} from '@quarterdeck/backstage-plugin-fleet-common';

/** One thing that is missing from an answer, or old. */
export interface CoverageGap {
  cluster: string;
  /** Kinds of rows that are missing; empty when the whole cluster is. */
  resources: string[];
  reason: Exclude<FailureReason, 'not-installed'>;
  message: string;
  lastContact?: number;
}

/**
 * Puts the failures of an answer together by cluster and reason; whole clusters come before single kinds. A kind that a cluster does not
 * have is nothing that is missing: see {@link clustersWithout}.
 */
export function coverageGaps(coverage: Coverage): CoverageGap[] {
  const gaps = new Map<string, CoverageGap>();
  for (const failure of missing(coverage)) {
    const key = `${failure.cluster} ${failure.reason} ${failure.resource === undefined}`;
    const gap = gaps.get(key);
    if (gap && failure.resource !== undefined) {
      gap.resources.push(failure.resource);
    } else if (!gap) {
      gaps.set(key, {
        cluster: failure.cluster,
        resources: failure.resource === undefined ? [] : [failure.resource],
        reason: failure.reason,
        message: failure.message,
        lastContact: failure.lastContact,
      });
    }
  }
  return [...gaps.values()].sort(
    (a, b) => Number(a.resources.length > 0) - Number(b.resources.length > 0),
  );
}

/** How many clusters are missing something. */
export function clustersWithGaps(coverage: Coverage): number {
  return new Set(missing(coverage).map(failure => failure.cluster)).size;
}

/** The clusters that do not have what the view shows. */
export function clustersWithout(coverage: Coverage): string[] {
  const without = coverage.failed
    .filter(({ reason }) => reason === 'not-installed')
    .map(({ cluster }) => cluster);
  return [...new Set(without)];
}

function missing(coverage: Coverage) {
  return coverage.failed.flatMap(failure => {
    const { reason } = failure;
    return reason === 'not-installed' ? [] : [{ ...failure, reason }];
  });
}
