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
import { Button } from '@backstage/ui';
import { ReactNode } from 'react';
import { statusShapes, StatusTone } from '../theme/statusTone';
import { fleetReactTranslationRef } from '../translation';
import styles from './CardMessage.module.css';
import { CopyButton } from './CopyButton';

/**
 * Properties of {@link CardMessage}.
 *
 * @public
 */
export interface CardMessageProps {
  /** What is the matter. */
  title: string;
  /** Why, and what to do. */
  text?: ReactNode;
  tone?: StatusTone;
  /** Details for whoever is asked for help; can be copied. */
  details?: string;
  onRetry?: () => void;
  /** A next step. */
  action?: ReactNode;
}

/**
 * What stands in a card in place of its content: what is the matter, why, and what to do.
 *
 * @public
 */
export function CardMessage(props: CardMessageProps) {
  const { title, text, tone, details, onRetry, action } = props;
  const { t } = useTranslationRef(fleetReactTranslationRef);
  return (
    <div
      className={styles.message}
      role={tone === 'error' ? 'alert' : undefined}
      data-tone={tone}
    >
      <p className={styles.title}>
        {tone && (
          <span aria-hidden className={styles.shape}>
            {statusShapes[tone]}
          </span>
        )}
        {title}
      </p>
      {text && <div className={styles.text}>{text}</div>}
      {details && <pre className={styles.details}>{details}</pre>}
      {(onRetry || details || action) && (
        <div className={styles.actions}>
          {action}
          {onRetry && (
            <Button size="small" variant="secondary" onPress={onRetry}>
              {t('card.tryAgain')}
            </Button>
          )}
          {details && (
            <CopyButton
              text={details}
              label={t('card.copyDetails')}
              doneLabel={t('card.copied')}
            />
          )}
        </div>
      )}
    </div>
  );
}
