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
import styles from './CardFigures.module.css';

/** One number of {@link CardFigures}. */
export interface CardFigure {
  id: string;
  name: string;
  /** Already written; `–` where it is not known. */
  value: ReactNode;
  /** Small below it. */
  detail?: string;
}

/** The few numbers that a card is about, large, in one line above the rest. */
export function CardFigures(props: {
  label: string;
  figures: readonly CardFigure[];
}) {
  const { label, figures } = props;
  return (
    <ul className={styles.figures} aria-label={label}>
      {figures.map(({ id, name, value, detail }) => (
        <li key={id} className={styles.figure}>
          <span className={styles.name}>{name}</span>
          <span className={styles.value}>{value}</span>
          {detail && <span className={styles.detail}>{detail}</span>}
        </li>
      ))}
    </ul>
  );
}
