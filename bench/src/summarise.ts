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

export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

/** The spread of every number over the runs, by its path such as `ours.coldSync.cpuSeconds`. */
export function summarise(runs: readonly object[]): Record<string, Spread> {
  const values = new Map<string, number[]>();
  const collect = (path: string, value: unknown): void => {
    if (typeof value === 'number') {
      values.set(path, [...(values.get(path) ?? []), value]);
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) {
        collect(path ? `${path}.${key}` : key, inner);
      }
    }
  };
  runs.forEach(run => collect('', run));
  return Object.fromEntries(
    Array.from(values, ([path, numbers]) => [path, spreadOf(numbers)]),
  );
}

function spreadOf(numbers: readonly number[]): Spread {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return {
    median:
      sorted.length % 2 === 1
        ? sorted[middle]
        : (sorted[middle - 1] + sorted[middle]) / 2,
    min: sorted[0],
    max: sorted[sorted.length - 1],
  };
}
