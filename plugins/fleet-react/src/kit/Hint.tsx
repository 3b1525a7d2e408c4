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

import { Focusable, Tooltip, TooltipTrigger } from '@backstage/ui';
import { ReactNode } from 'react';
import styles from './Hint.module.css';

/**
 * Properties of {@link Hint}.
 *
 * @public
 */
export interface HintProps {
  /** What the mark means, in words; read out in its stead. */
  label: string;
  /** The explanation; the label when left out. */
  text?: ReactNode;
  children: ReactNode;
  className?: string;
}

/**
 * A mark or figure that explains itself when it is pointed at or focused.
 *
 * @public
 */
export function Hint(props: HintProps) {
  const { label, text, children, className } = props;
  return (
    <TooltipTrigger delay={200}>
      <Focusable>
        <span
          role="img"
          aria-label={label}
          className={`${styles.hint} ${className ?? ''}`}
        >
          {children}
        </span>
      </Focusable>
      <Tooltip className={styles.tooltip}>{text ?? label}</Tooltip>
    </TooltipTrigger>
  );
}
