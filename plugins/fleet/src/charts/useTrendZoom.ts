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

import { useMemo, useState } from 'react';
import { TrendLine } from './trendLine';

/** A part of the time of a chart, in epoch milliseconds. */
interface Span {
  from: number;
  to: number;
}

/** Spans of a chart that are shown at the least. */
const FEWEST = 3;

interface PointedAt {
  activeLabel?: string | number;
}

/** Lets a part of a chart be picked with the pointer, and answers with what that leaves of the lines. */
export function useTrendZoom(
  lines: readonly TrendLine[],
  start: number,
  step: number,
) {
  const [zoom, setZoom] = useState<Span>();
  const [picked, setPicked] = useState<Span>();
  const shown = useMemo(
    () => (zoom ? cut(lines, start, step, zoom) : { lines, start }),
    [lines, start, step, zoom],
  );
  const timeOf = ({ activeLabel }: PointedAt) =>
    activeLabel === undefined ? undefined : Number(activeLabel);
  return {
    ...shown,
    /** Shows all again; absent while all is shown. */
    reset: zoom && (() => setZoom(undefined)),
    /** What is being picked, from left to right. */
    picked: picked && ordered(picked),
    handlers: {
      onMouseDown: (at: PointedAt) => {
        const time = timeOf(at);
        if (time !== undefined) setPicked({ from: time, to: time });
      },
      onMouseMove: (at: PointedAt) => {
        const time = timeOf(at);
        if (picked && time !== undefined) setPicked({ ...picked, to: time });
      },
      onMouseUp: () => {
        setPicked(undefined);
        if (!picked) return;
        const span = ordered(picked);
        if (span.to - span.from >= (FEWEST - 1) * step) setZoom(span);
      },
      onMouseLeave: () => setPicked(undefined),
    },
  };
}

function ordered({ from, to }: Span): Span {
  return from <= to ? { from, to } : { from: to, to: from };
}

/** The part of lines within a span of time; all of them once the time has passed it. */
function cut(
  lines: readonly TrendLine[],
  start: number,
  step: number,
  { from, to }: Span,
): { lines: readonly TrendLine[]; start: number } {
  const first = Math.max(0, Math.round((from - start) / step));
  const end = Math.round((to - start) / step) + 1;
  if (end - first < FEWEST) return { lines, start };
  return {
    start: start + first * step,
    lines: lines.map(line => ({
      ...line,
      values: line.values.slice(first, end),
      low: line.low?.slice(first, end),
      high: line.high?.slice(first, end),
      missing: line.missing?.slice(first, end),
    })),
  };
}
