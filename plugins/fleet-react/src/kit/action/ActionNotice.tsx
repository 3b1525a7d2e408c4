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
import { statusShapes, StatusTone } from '../../theme/statusTone';
import styles from './ActionDialog.module.css';

/** How an action went, or why it did not. */
export function ActionNotice(props: {
  tone: StatusTone;
  title: string;
  text?: ReactNode;
  /** The backend's own words. */
  message?: string;
  note?: string;
}) {
  const { tone, title, text, message, note } = props;
  return (
    <div
      className={styles.notice}
      data-tone={tone}
      role={tone === 'error' || tone === 'warning' ? 'alert' : undefined}
    >
      <p className={styles.sentence}>
        <span aria-hidden className={styles.shape}>
          {statusShapes[tone]}
        </span>
        {title}
      </p>
      {text && <p className={styles.plain}>{text}</p>}
      {message && <p className={styles.plain}>{message}</p>}
      {note && <p className={styles.note}>{note}</p>}
    </div>
  );
}
