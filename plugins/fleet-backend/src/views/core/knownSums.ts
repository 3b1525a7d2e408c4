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

import { ResourceRef } from '@quarterdeck/backstage-plugin-fleet-common';
import { ClusterCounters } from '@quarterdeck/backstage-plugin-fleet-node';

/** For each figure of an answer, the counter that it is the sum of and the resources that must be known for it to say anything. */
export type FigureSources<TFigure extends string> = Readonly<
  Record<TFigure, readonly ResourceRef<any>[]>
>;

/** Sums what is known. A figure that no part knows is left out. */
export function knownSums<TFigure extends string>(
  parts: readonly ClusterCounters<TFigure>[],
  sources: FigureSources<TFigure>,
): Partial<Record<TFigure, number>> {
  const sums: Partial<Record<TFigure, number>> = {};
  for (const figure of Object.keys(sources) as TFigure[]) {
    const knowing = parts.filter(part =>
      sources[figure].every(resource => part.known(resource)),
    );
    if (knowing.length > 0) {
      const sum = knowing.reduce(
        (total, part) => total + part.counters[figure],
        0,
      );
      // What is left of adding and taking away fractions is no use of anything.
      sums[figure] = Math.round(sum * 1e6) / 1e6;
    }
  }
  return sums;
}
