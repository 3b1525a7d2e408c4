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
// Dear to make, and asked for by every cell. `toLocaleString` makes one each time.
const inFull = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 });

/**
 * Writes a count: in full to 9,999, then in thousands, millions and billions with one decimal where it says something.
 *
 * @remarks
 *
 * Rounding may carry into the next unit: 999,999 is `1M`. An absent number is `–`: unknown is never shown as zero.
 *
 * @example
 * `9,999`, `10K`, `71.2K`, `1M`, `1.2M`
 *
 * @public
 */
export function formatCount(value: number | undefined): string {
  if (value === undefined || !Number.isFinite(value)) {
    return '–';
  }
  if (Math.abs(value) < 10_000) {
    return inFull.format(value);
  }
  let scaled = value;
  for (const unit of ['K', 'M', 'B', 'T']) {
    scaled /= 1000;
    const rounded = Math.round(scaled * 10) / 10;
    if (Math.abs(rounded) < 1000 || unit === 'T') {
      return `${rounded}${unit}`;
    }
  }
  return String(value);
}

const exactly = new Intl.NumberFormat('en-US');

/**
 * Writes a number in full: `71,204`. An absent number is `–`.
 *
 * @public
 */
export function formatExact(value: number | undefined): string {
  return value === undefined || !Number.isFinite(value)
    ? '–'
    : exactly.format(value);
}
