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
import { RiCloseLine } from '@remixicon/react';
import { useEffect } from 'react';
import { statusShapes } from '../../theme/statusTone';
import { fleetReactTranslationRef } from '../../translation';
import frameStyles from '../CardFrame.module.css';
import styles from './CardNotice.module.css';

const PASSING_MS = 4_000;

/** What a card has to say of something that was done with it. */
export interface CardNoticeContent {
  text: string;
  tone?: 'warning' | 'error';
  /** It is still going on. */
  busy?: boolean;
  /** Goes away by itself. */
  passing?: boolean;
  /** In place of only taking the notice away. */
  onDismiss?: () => void;
}

/** A line over the foot of a card, which moves nothing. */
export function CardNotice(props: {
  notice: CardNoticeContent | undefined;
  onClose(): void;
}) {
  const { notice, onClose } = props;
  const { t } = useTranslationRef(fleetReactTranslationRef);
  useEffect(() => {
    if (!notice?.passing) return undefined;
    const timer = setTimeout(onClose, PASSING_MS);
    return () => clearTimeout(timer);
  }, [notice, onClose]);
  return (
    <div aria-live="polite" className={styles.place}>
      {notice && (
        <p className={styles.notice} data-tone={notice.tone}>
          {notice.tone && (
            <span aria-hidden className={styles.shape}>
              {statusShapes[notice.tone]}
            </span>
          )}
          {notice.busy && <span aria-hidden className={styles.spinner} />}
          <span className={styles.text}>{notice.text}</span>
          <button
            type="button"
            className={frameStyles.button}
            aria-label={t(notice.busy ? 'card.cancel' : 'card.dismiss')}
            onClick={notice.onDismiss ?? onClose}
          >
            <RiCloseLine aria-hidden size={14} />
          </button>
        </p>
      )}
    </div>
  );
}
