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
import { ReactNode } from 'react';
import { Focusable, Tooltip, TooltipTrigger } from '@backstage/ui';
import { Link } from 'react-router-dom';
import { statusShapes, StatusTone } from '../theme/statusTone';
import '../theme/tokens.css';
import styles from './StatBlock.module.css';

/**
 * Properties of {@link StatBlock}.
 *
 * @public
 */
export interface StatBlockProps {
  label: string;
  /** Absent when it is not known, which is shown as `–`. */
  value: number | undefined;
  /** What the number counts, in a sentence or two. */
  explanation: ReactNode;
  /** Small print below, such as `2 cordoned`. */
  detail?: string;
  /** Marks the number as a state; left out, it is only a number. */
  tone?: StatusTone;
  /** Where the things that are counted can be seen; makes the figure a link. */
  href?: string;
}

/**
 * One figure of a stats bar: large, explained when pointed at or focused.
 *
 * @public
 */
export function StatBlock(props: StatBlockProps) {
  const { label, value, explanation, detail, tone, href } = props;
  const text = formatCount(value);
  const exact = value === undefined ? undefined : value.toLocaleString('en-US');
  const name = [`${label}: ${text}`, detail].filter(Boolean).join(', ');
  const content = (
    <>
      <span className={styles.label}>{label}</span>
      <span className={styles.read}>: </span>
      <span className={styles.figure}>
        {tone && (
          <span aria-hidden className={styles.shape}>
            {statusShapes[tone]}
          </span>
        )}
        <span className={styles.value}>{text}</span>
      </span>
      {detail && <span className={styles.read}>, </span>}
      <span className={styles.detail}>{detail}</span>
    </>
  );
  return (
    <TooltipTrigger delay={200}>
      <Focusable>
        {href ? (
          <Link to={href} className={styles.block} data-tone={tone}>
            {content}
          </Link>
        ) : (
          <div
            role="img"
            aria-label={name}
            className={styles.block}
            data-tone={tone}
          >
            {content}
          </div>
        )}
      </Focusable>
      <Tooltip>
        {exact !== undefined && exact !== text && <strong>{exact} </strong>}
        {explanation}
      </Tooltip>
    </TooltipTrigger>
  );
}
