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
import styles from './CardStack.module.css';

/** What stands above a table in a card, and the table, which takes the room that is left. */
export function CardStack(props: { above: ReactNode; children: ReactNode }) {
  return (
    <div className={styles.stack}>
      {props.above}
      <div className={styles.rest}>{props.children}</div>
    </div>
  );
}
