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

/** Whose figure a bar is, and so its colour. */
export type Series = 'quarterdeck' | 'informers' | 'plugin';

export interface Bar {
  readonly series: Series;
  /** Said before its number, where the colour alone does not tell. */
  readonly label?: string;
  /** Undefined when it could not be measured. */
  readonly value: number | undefined;
}

export interface BarGroup {
  readonly label: string;
  readonly bars: readonly Bar[];
}

/** Bars on a logarithmic scale of their own. */
export interface BarPanel {
  readonly title: string;
  readonly unit: string;
  readonly groups: readonly BarGroup[];
}
