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

import styles from './Meter.module.css';
import tones from './tones.module.css';

/** A share of a whole as a bar, with a second, stronger one inside where there are two measures of the same whole. */
export function Meter(props: {
  /** Says in words what the bar shows. */
  label: string;
  /** From 0 to 1; beyond it the bar is full. */
  share: number;
  inner?: number;
  tone?: 'warning' | 'error';
}) {
  const { label, share, inner, tone } = props;
  return (
    <span role="img" aria-label={label} title={label} className={styles.meter}>
      <span
        className={`${styles.outer} ${tones.tone} ${tones.fill}`}
        data-tone={tone}
        style={{ inlineSize: percent(share) }}
      />
      {inner !== undefined && (
        <span className={styles.inner} style={{ inlineSize: percent(inner) }} />
      )}
    </span>
  );
}

function percent(share: number): string {
  return `${Math.min(100, Math.max(0, share * 100))}%`;
}
