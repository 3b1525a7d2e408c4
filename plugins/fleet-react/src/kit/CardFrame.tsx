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

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { formatCount } from '@quarterdeck/backstage-plugin-fleet-common';
import { RiRefreshLine } from '@remixicon/react';
import { ReactNode, useId } from 'react';
import '../theme/tokens.css';
import { fleetReactTranslationRef } from '../translation';
import styles from './CardFrame.module.css';
import { CardErrorBoundary } from './CardErrorBoundary';
import { CardMessage } from './CardMessage';

/**
 * Properties of {@link CardFrame}.
 *
 * @public
 */
export interface CardFrameProps {
  title: string;
  description?: string;
  /** Things in all, shown beside the title. */
  count?: number;
  /** Marks beside the title, such as missing clusters or demo data. */
  badges?: ReactNode;
  /** Stands at the right of the header. */
  freshness?: ReactNode;
  /** Buttons that show when the card is pointed at or focused. */
  actions?: ReactNode;
  onRefresh?: () => void;
  footer?: ReactNode;
  busy?: boolean;
  children?: ReactNode;
}

/**
 * The frame of every card: a header of one line, a body from edge to edge, and a footer when there is something to say. An error while
 * drawing the body stays inside.
 *
 * @public
 */
export function CardFrame(props: CardFrameProps) {
  const { title, description, count, badges, freshness, actions } = props;
  const { onRefresh, footer, busy, children } = props;
  const { t } = useTranslationRef(fleetReactTranslationRef);
  const titleId = useId();
  return (
    <section
      className={styles.card}
      aria-labelledby={titleId}
      aria-busy={busy || undefined}
    >
      <header className={styles.header}>
        <h2 id={titleId} className={styles.title} title={description ?? title}>
          {title}
        </h2>
        {count !== undefined && (
          <span
            className={styles.count}
            title={t('card.count', { total: count.toLocaleString('en-US') })}
          >
            {formatCount(count)}
          </span>
        )}
        {badges}
        <span className={styles.end}>
          <span className={styles.actions}>
            {actions}
            {onRefresh && (
              <button
                type="button"
                className={styles.button}
                aria-label={t('card.refresh', { title })}
                onClick={onRefresh}
              >
                <RiRefreshLine aria-hidden size={14} />
              </button>
            )}
          </span>
          {freshness}
        </span>
      </header>
      <div className={styles.body}>
        <CardErrorBoundary
          fallback={(error, retry) => (
            <CardMessage
              tone="error"
              title={t('card.crashTitle')}
              text={t('card.crashText')}
              details={`${error.name}: ${error.message}`}
              onRetry={retry}
            />
          )}
        >
          {children}
        </CardErrorBoundary>
      </div>
      {footer && <footer className={styles.footer}>{footer}</footer>}
    </section>
  );
}
