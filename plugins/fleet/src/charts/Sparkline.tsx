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

import styles from './Sparkline.module.css';

const WIDTH = 100;
const HEIGHT = 20;
const EDGE = 1.5;

/** A tiny line from zero, with gaps where there is no figure. It says nothing to those who do not see it: the caller does. */
export function Sparkline(props: {
  values: readonly (number | null)[];
  /** A token; that of text when left out. */
  color?: string;
}) {
  const { values, color = 'currentColor' } = props;
  const most = Math.max(0, ...values.map(value => value ?? 0)) || 1;
  const x = (at: number) =>
    values.length > 1 ? (at / (values.length - 1)) * WIDTH : WIDTH / 2;
  const y = (value: number) =>
    HEIGHT - EDGE - (value / most) * (HEIGHT - 2 * EDGE);
  const path = values
    .map((value, at) => {
      if (value === null) return '';
      const begins = at === 0 || values[at - 1] === null;
      const ends = at === values.length - 1 || values[at + 1] === null;
      const here = `${round(x(at))},${round(y(value))}`;
      if (!begins) return `L${here}`;
      // A line of no length shows as a dot.
      return ends ? `M${here}h0.01` : `M${here}`;
    })
    .join('');
  return (
    <svg
      aria-hidden
      className={styles.sparkline}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      style={{ color }}
    >
      <path
        d={path}
        fill="none"
        stroke="currentColor"
        strokeWidth={1.5}
        strokeLinecap="round"
        strokeLinejoin="round"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}

function round(pixels: number): number {
  return Math.round(pixels * 100) / 100;
}
