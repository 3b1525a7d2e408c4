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

import { StatusTone } from '@quarterdeck/backstage-plugin-fleet-react';
import styles from './StackedBar.module.css';
import tones from './tones.module.css';

/** One part of a {@link StackedBar}. */
export interface BarPart {
  id: string;
  tone: StatusTone;
  value: number | undefined;
  /** It is neither good nor bad, such as what has ended. */
  quiet?: boolean;
}

/** Parts of a whole as one bar. A part that is there is always seen, however small it is. */
export function StackedBar(props: {
  /** Says in words what the bar shows. */
  label: string;
  parts: readonly BarPart[];
}) {
  const { label, parts } = props;
  return (
    <span role="img" aria-label={label} title={label} className={styles.bar}>
      {parts.map(({ id, tone, value, quiet }) =>
        value ? (
          <span
            key={id}
            className={`${styles.part} ${tones.tone} ${tones.fill}`}
            data-tone={tone}
            data-quiet={quiet || undefined}
            style={{ flexGrow: value }}
          />
        ) : undefined,
      )}
    </span>
  );
}
