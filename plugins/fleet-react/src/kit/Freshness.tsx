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
import { formatAge } from '@quarterdeck/backstage-plugin-fleet-common';
import { ViewTransport } from '../client/ViewState';
import { useNow } from '../hooks/useNow';
import { statusShapes } from '../theme/statusTone';
import { useTimeFormat } from '../time/useTimeFormat';
import { fleetReactTranslationRef } from '../translation';
import styles from './Freshness.module.css';
import { freshnessOf } from './freshnessOf';
import { Hint } from './Hint';
import { spacedAge } from './spacedAge';

/**
 * Properties of {@link Freshness}.
 *
 * @public
 */
export interface FreshnessProps {
  /** Epoch milliseconds by the browser's clock; absent when nothing has arrived. */
  asOf: number | undefined;
  transport: ViewTransport;
  refreshing?: boolean;
}

/**
 * How old some data is and how it arrives: a dot and an age, with the sentence when pointed at. Amber when older than five minutes.
 *
 * @public
 */
export function Freshness(props: FreshnessProps) {
  const { asOf, transport, refreshing } = props;
  const { t } = useTranslationRef(fleetReactTranslationRef);
  const format = useTimeFormat();
  const now = useNow(1_000);
  const { tone, age, stale } = freshnessOf(asOf, transport, now);

  const updated =
    age === undefined
      ? t('freshness.never')
      : t('freshness.updated', { age: spacedAge(age) });
  const explanation = [
    asOf === undefined ? updated : `${updated}, ${format.instant(asOf)}.`,
    stale && t('freshness.stale'),
    t(`freshness.${transport}`),
  ];
  return (
    <Hint
      label={refreshing ? `${t('freshness.refreshing')}. ${updated}` : updated}
      text={explanation.filter(Boolean).join('\n')}
    >
      <span className={styles.freshness} data-tone={tone}>
        {transport !== 'stream' && (
          <span className={styles.word}>
            {t(
              transport === 'poll'
                ? 'freshness.pollWord'
                : 'freshness.offlineWord',
            )}
          </span>
        )}
        <span className={styles.age}>{formatAge(age)}</span>
        {refreshing ? (
          <span className={styles.spinner} />
        ) : (
          <span className={styles.dot}>{statusShapes[tone]}</span>
        )}
      </span>
    </Hint>
  );
}
