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
  StatusTone,
  statusShapes,
} from '@quarterdeck/backstage-plugin-fleet-react';
import styles from './ObjectTable.module.css';

/** One count of a summary, already in words. */
export interface Figure {
  id: string;
  tone: StatusTone;
  count: number | undefined;
  text: string;
}

/** The counts over all rows that match; none where there is nothing to count. */
export function Figures(props: { figures: readonly Figure[] }) {
  return (
    <>
      {props.figures
        .filter(({ count }) => count)
        .map(({ id, tone, text }) => (
          <span key={id} className={styles.figure} data-tone={tone}>
            <span aria-hidden className={styles.shape}>
              {statusShapes[tone]}
            </span>
            {text}
          </span>
        ))}
    </>
  );
}
