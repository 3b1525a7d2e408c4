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

/** The powers of ten below and above all values. */
export function decadesOf(values: readonly number[]): [number, number] {
  if (values.length === 0) return [1, 10];
  const low = Math.floor(Math.log10(Math.min(...values)));
  const high = Math.ceil(Math.log10(Math.max(...values)));
  return [10 ** low, 10 ** Math.max(high, low + 1)];
}

/** Where a number stands between two places; zero stands with the least. */
export class LogScale {
  constructor(
    private readonly range: readonly [number, number],
    readonly from: number,
    readonly to: number,
  ) {}

  /** The powers of ten in it. */
  get ticks(): number[] {
    const [low, high] = this.range.map(value => Math.round(Math.log10(value)));
    return Array.from(
      { length: high - low + 1 },
      (_, index) => 10 ** (low + index),
    );
  }

  at(value: number): number {
    const [low, high] = this.range.map(Math.log10);
    const part =
      (Math.log10(Math.max(value, this.range[0])) - low) / (high - low);
    return this.from + part * (this.to - this.from);
  }
}
