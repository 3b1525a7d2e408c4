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

const UNITS: [number, string][] = [
  [86_400_000, 'd'],
  [3_600_000, 'h'],
  [60_000, 'min'],
  [1_000, 's'],
];

/** A length of time in the largest unit of which it is several: `60 s`, `15 min`, `24 h`, `30 d`. */
export function formatLength(milliseconds: number): string {
  const fitting = UNITS.find(
    ([unit]) => milliseconds % unit === 0 && milliseconds >= 2 * unit,
  );
  const [unit, symbol] = fitting ?? UNITS[UNITS.length - 1];
  return `${Math.round((milliseconds / unit) * 10) / 10} ${symbol}`;
}
