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
import tones from '../tones.module.css';
import styles from './pods.module.css';
import { reasonRows } from './podPhases';

/** The reasons why pods of one cluster are not up, worst first. */
export function WhyNotUp(props: { reasons: Readonly<Record<string, number>> }) {
  const rows = reasonRows([{ cluster: '', title: '', reasons: props.reasons }]);
  return (
    <span
      className={styles.reasons}
      title={rows
        .map(({ reason, pods }) => `${reason}: ${formatCount(pods)}`)
        .join('\n')}
    >
      {rows.slice(0, 4).map(({ reason, tone, pods }) => (
        <span key={reason} className={styles.reason}>
          <span
            aria-hidden
            className={`${styles.shape} ${tones.tone}`}
            data-tone={tone}
          >
            {statusShapes[tone]}
          </span>
          {reason} <span className={styles.muted}>{formatCount(pods)}</span>
        </span>
      ))}
    </span>
  );
}
