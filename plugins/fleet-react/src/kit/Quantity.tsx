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

import {
  formatBytes,
  formatCount,
  formatExact,
} from '@quarterdeck/backstage-plugin-fleet-common';
import styles from './Quantity.module.css';

/**
 * Properties of {@link Quantity}.
 *
 * @public
 */
export interface QuantityProps {
  /** Absent when it is not known, which is shown as `–`. */
  value: number | undefined;
  /** Whether it counts things (the default) or bytes. */
  of?: 'count' | 'bytes';
  /** Written small behind the number. */
  unit?: string;
}

/**
 * A number in tabular figures, short, with the exact value when pointed at. Unknown is `–`, never 0.
 *
 * @public
 */
export function Quantity(props: QuantityProps) {
  const { value, of = 'count', unit } = props;
  const text = of === 'bytes' ? formatBytes(value) : formatCount(value);
  const exact = value === undefined ? undefined : formatExact(value);
  return (
    <span
      className={styles.quantity}
      title={exact === text ? undefined : exact}
    >
      {text}
      {unit && value !== undefined && (
        <span className={styles.unit}>{` ${unit}`}</span>
      )}
    </span>
  );
}
