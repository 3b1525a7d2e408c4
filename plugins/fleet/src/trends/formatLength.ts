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

const UNITS = [
  { length: 86_400_000, symbol: 'd', fewest: 2 },
  { length: 3_600_000, symbol: 'h', fewest: 1 },
  { length: 60_000, symbol: 'min', fewest: 2 },
];

/** A length of time as people say it: `60 s`, `15 min`, `1 h`, `24 h`, `30 d`. */
export function formatLength(milliseconds: number): string {
  const fitting = UNITS.find(
    ({ length, fewest }) =>
      milliseconds % length === 0 && milliseconds >= fewest * length,
  );
  const { length, symbol } = fitting ?? { length: 1_000, symbol: 's' };
  return `${Math.round((milliseconds / length) * 10) / 10} ${symbol}`;
}
