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
  Quantity,
  statusShapes,
  StatusTone,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { ReactNode } from 'react';
import styles from './StatusTotals.module.css';
import tones from './tones.module.css';

/** One figure of {@link StatusTotals}. */
export interface StatusTotal {
  id: string;
  tone: StatusTone;
  /** Absent when it is not known. */
  value: number | undefined;
  word: string;
  /** Says more when pointed at. */
  title?: string;
  /** In place of the shape of the tone, where what is counted is drawn otherwise. */
  mark?: ReactNode;
}

/** How many there are of each state, in one line above a table. */
export function StatusTotals(props: {
  label: string;
  totals: readonly StatusTotal[];
  /** Stands at the end of the line. */
  children?: ReactNode;
}) {
  const { label, totals, children } = props;
  return (
    <div className={styles.strip}>
      <ul className={styles.totals} aria-label={label}>
        {totals.map(({ id, tone, value, word, title, mark }) => (
          <li
            key={id}
            className={`${styles.total} ${tones.tone}`}
            data-tone={tone}
            data-none={value === 0 || undefined}
            title={title}
          >
            <span aria-hidden className={styles.shape}>
              {mark ?? statusShapes[tone]}
            </span>
            <Quantity value={value} />
            <span className={styles.word}>{word}</span>
          </li>
        ))}
      </ul>
      {children}
    </div>
  );
}
