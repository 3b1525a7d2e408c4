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

import styles from './ObjectName.module.css';

const SHORT_NAME = 12;
const LONGEST_TAIL = 8;

/**
 * Properties of {@link ObjectName}.
 *
 * @public
 */
export interface ObjectNameProps {
  name: string;
}

/**
 * A name that is cut in the middle where it does not fit: the ends are what tells pods of one workload apart. The whole name is what
 * is read out, copied and shown when pointed at.
 *
 * @public
 */
export function ObjectName(props: ObjectNameProps) {
  const { name } = props;
  const tail =
    name.length > SHORT_NAME
      ? Math.min(LONGEST_TAIL, Math.floor(name.length / 2))
      : 0;
  return (
    <span className={styles.name} title={name}>
      <span className={styles.whole}>{name}</span>
      <span aria-hidden className={styles.head}>
        {name.slice(0, name.length - tail)}
      </span>
      {tail > 0 && (
        <span aria-hidden className={styles.tail}>
          {name.slice(-tail)}
        </span>
      )}
    </span>
  );
}
