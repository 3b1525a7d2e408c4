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

import { statusShapes, StatusTone } from '../theme/statusTone';
import '../theme/tokens.css';
import styles from './StatusChip.module.css';

/**
 * Properties of {@link StatusChip}.
 *
 * @public
 */
export interface StatusChipProps {
  tone: StatusTone;
  /** The state in one or two words, already translated. */
  word: string;
  /** What stands behind it, shown when pointed at. */
  title?: string;
}

/**
 * A state as colour, shape and word.
 *
 * @public
 */
export function StatusChip(props: StatusChipProps) {
  const { tone, word, title } = props;
  return (
    <span className={styles.chip} data-tone={tone} title={title}>
      <span aria-hidden className={styles.shape}>
        {statusShapes[tone]}
      </span>
      <span className={styles.word}>{word}</span>
    </span>
  );
}
