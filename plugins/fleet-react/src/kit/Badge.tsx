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
import styles from './Badge.module.css';
import { Hint } from './Hint';

/** A small mark in a header that explains itself. */
export function Badge(props: {
  text: string;
  /** What it means; what is more than a text is made, and read out, only when the mark is pointed at or focused. */
  hint: ReactNode;
  tone?: 'warning' | 'plain';
}) {
  const { text, hint, tone = 'plain' } = props;
  return (
    <Hint
      label={typeof hint === 'string' ? `${text}. ${hint}` : text}
      text={hint}
    >
      <span className={styles.badge} data-tone={tone}>
        {text}
      </span>
    </Hint>
  );
}
