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
  formatCount,
  formatExact,
  StatDisplay,
} from '@quarterdeck/backstage-plugin-fleet-common';
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
  /** How the value is written; a count when left out. */
  text?: string;
  /** The whole that the value is a part of; a ring or a bar needs it. */
  of?: number;
  /** How the whole is written. */
  ofText?: string;
  /** A number when left out, or where what another display needs is not known. */
  display?: StatDisplay;
  /** Stands beside the number, such as how it has been. */
  trend?: ReactNode;
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
  const { label, value, of, explanation, detail, tone, href, trend } = props;
  const { text = formatCount(value), display = 'number' } = props;
  const exact = value === undefined ? undefined : formatExact(value);
  const share = of && value !== undefined ? Math.min(1, value / of) : undefined;
  const whole =
    share !== undefined && display !== 'number' && display !== 'sparkline'
      ? (props.ofText ?? formatCount(of))
      : undefined;
  const name = [
    whole === undefined ? `${label}: ${text}` : `${label}: ${text} / ${whole}`,
    detail,
  ]
    .filter(Boolean)
    .join(', ');
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
        {share !== undefined && display === 'ring' && <Ring share={share} />}
        <span className={styles.value}>{text}</span>
        {whole !== undefined && (
          <span className={styles.whole}> / {whole}</span>
        )}
        {display === 'sparkline' && trend}
      </span>
      {share !== undefined && display === 'bar' && (
        <span aria-hidden className={styles.bar}>
          <span className={styles.fill} style={{ width: `${share * 100}%` }} />
        </span>
      )}
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

const RADIUS = 8;
const ROUND = 2 * Math.PI * RADIUS;

/** How much of the whole, as a part of a circle. */
function Ring(props: { share: number }) {
  return (
    <svg aria-hidden className={styles.ring} viewBox="0 0 22 22">
      <circle className={styles.rest} cx={11} cy={11} r={RADIUS} />
      <circle
        className={styles.part}
        cx={11}
        cy={11}
        r={RADIUS}
        strokeDasharray={`${props.share * ROUND} ${ROUND}`}
      />
    </svg>
  );
}
