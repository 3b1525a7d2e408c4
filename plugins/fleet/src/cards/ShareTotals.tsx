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

import { ReactNode } from 'react';
import { formatShare } from './capacityMeasures';
import styles from './ShareTotals.module.css';

/** One measure of {@link ShareTotals}. */
export interface ShareTotal {
  id: string;
  name: string;
  /** From 0 to 1, and beyond; absent where it is not known. */
  share: number | undefined;
  meter: ReactNode;
  /** What the share is made of. */
  detail: ReactNode;
}

/** Shares of a few wholes, large and as bars, above a table. */
export function ShareTotals(props: {
  label: string;
  totals: readonly ShareTotal[];
}) {
  const { label, totals } = props;
  return (
    <ul className={styles.totals} aria-label={label}>
      {totals.map(({ id, name, share, meter, detail }) => (
        <li key={id} className={styles.total}>
          <span className={styles.name}>{name}</span>
          <span className={styles.figure}>{formatShare(share)}</span>
          {meter}
          <span className={styles.detail}>{detail}</span>
        </li>
      ))}
    </ul>
  );
}
