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

import { summarise } from '../summarise';

/** The numbers of something that was measured. */
export type Medians<T> = Readonly<{
  [K in keyof T as T[K] extends number ? K : never]: number;
}>;

/** Each number's median over all measurements; there has to be one. */
export function mediansOf<T extends object>(
  measured: readonly T[],
): Medians<T> {
  const spreads = Object.entries(summarise(measured));
  return Object.fromEntries(
    spreads.map(([name, { median }]) => [name, median]),
  ) as Medians<T>;
}
