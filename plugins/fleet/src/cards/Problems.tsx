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

import { formatCount } from '@quarterdeck/backstage-plugin-fleet-common';
import { statusShapes } from '@quarterdeck/backstage-plugin-fleet-react';
import styles from './cards.module.css';

/** Errors and warnings as two small figures; nothing when there are none, `–` when it is not known. */
export function Problems(props: {
  errors: number | undefined;
  warnings: number | undefined;
  describe: (errors: string, warnings: string) => string;
}) {
  const { errors, warnings, describe } = props;
  if (errors === undefined && warnings === undefined) return <>–</>;
  return (
    <span
      className={styles.problems}
      title={describe(formatCount(errors), formatCount(warnings))}
    >
      {errors ? (
        <span className={styles.error}>
          <span aria-hidden>{statusShapes.error}</span> {formatCount(errors)}
        </span>
      ) : undefined}
      {warnings ? (
        <span className={styles.warning}>
          <span aria-hidden>{statusShapes.warning}</span>{' '}
          {formatCount(warnings)}
        </span>
      ) : undefined}
      {!errors && !warnings && <span className={styles.muted}>0</span>}
    </span>
  );
}
