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

type Figures = readonly (number | null | undefined)[];

/** A line through figures, with gaps where there are none, in the words of an SVG path. */
export function linePath(
  figures: Figures,
  x: (at: number) => number,
  y: (value: number) => number,
): string {
  let path = '';
  let drawing = false;
  figures.forEach((value, at) => {
    if (typeof value === 'number') {
      path += `${drawing ? 'L' : 'M'}${round(x(at))},${round(y(value))}`;
    }
    drawing = typeof value === 'number';
  });
  return path;
}

/** What lies between two lines, where both are known; empty when they nowhere are. */
export function bandPath(
  low: Figures | undefined,
  high: Figures | undefined,
  x: (at: number) => number,
  y: (value: number) => number,
): string {
  if (!low || !high) return '';
  let path = '';
  let begin: number | undefined;
  const close = (end: number) => {
    if (begin === undefined) return;
    const places = Array.from({ length: end - begin }, (_, at) => begin! + at);
    const corner = (at: number, value: number) =>
      `${round(x(at))},${round(y(value))}`;
    path += `M${[
      ...places.map(at => corner(at, high[at]!)),
      ...places.reverse().map(at => corner(at, low[at]!)),
    ].join('L')}Z`;
    begin = undefined;
  };
  const count = Math.max(low.length, high.length);
  for (let at = 0; at < count; at += 1) {
    const known = typeof low[at] === 'number' && typeof high[at] === 'number';
    if (known) begin ??= at;
    else close(at);
  }
  close(count);
  return path;
}

/** A tenth of a pixel is as fine as anybody sees. */
function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
