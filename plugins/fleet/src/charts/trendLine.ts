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

/** One line of a chart over time. */
export interface TrendLine {
  id: string;
  name: string;
  /** One for each span of time; `null` where nothing was collected. */
  values: readonly (number | null)[];
  /** Lowest and highest of each span, drawn behind the line. */
  low?: readonly (number | null)[];
  high?: readonly (number | null)[];
  /** How many clusters are missing from each figure; such figures are drawn apart. */
  missing?: readonly number[];
  /** How many clusters there are in all. */
  clusters: number;
}

/** How a line looks. */
export interface TrendStyle {
  color: string;
  dash: string | undefined;
}

const COLORS = 6;
// Dots are for figures of only some clusters.
const DASHES = [undefined, '7 4', '9 3 2 3'];

/** Lines are told apart by colour, and by dashes where they are few or colours come again. */
export function trendStyle(place: number, lines: number): TrendStyle {
  const pattern = lines <= DASHES.length ? place : Math.floor(place / COLORS);
  return {
    color: `var(--fleet-series-${(place % COLORS) + 1}-shape)`,
    dash: DASHES[pattern % DASHES.length],
  };
}

/** The figures of all clusters; a sum of only some is a gap. */
export function wholeFigures(line: TrendLine): (number | null)[] {
  return line.values.map((value, at) => (isPartial(line, at) ? null : value));
}

/** The figures of only some clusters, with both neighbours of each stretch, so that nothing is loose. */
export function partialFigures(line: TrendLine): (number | null)[] {
  return line.values.map((value, at) =>
    [at - 1, at, at + 1].some(each => isPartial(line, each)) ? value : null,
  );
}

/** Whether a figure is the sum of only some clusters. */
export function isPartial(line: TrendLine, at: number): boolean {
  return (line.missing?.[at] ?? 0) > 0 && typeof line.values[at] === 'number';
}

/** Whether a figure stands between two gaps, where a line would not show it. */
export function isAlone(line: TrendLine, at: number): boolean {
  const has = (place: number) => typeof line.values[place] === 'number';
  return has(at) && !has(at - 1) && !has(at + 1);
}

/** The last figure of a line and its place. */
export function lastFigure(
  line: TrendLine,
): { at: number; value: number } | undefined {
  for (let at = line.values.length - 1; at >= 0; at--) {
    const value = line.values[at];
    if (typeof value === 'number') return { at, value };
  }
  return undefined;
}

/** Some places of many, evenly, the last one among them. */
export function thinned(count: number, most: number): number[] {
  const every = Math.max(1, Math.ceil(count / most));
  const places: number[] = [];
  for (let at = count - 1; at >= 0; at -= every) places.unshift(at);
  return places;
}
