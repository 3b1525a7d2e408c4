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
import { useTimeOf } from '../hooks/useNow';
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

/** How often what is read out tells another age: the eye has the figure, which ticks by itself. */
const READ_OUT_MS = 10_000;

/**
 * How old some data is and how it arrives: a dot and an age, with the sentence when pointed at. Amber when older than five minutes.
 *
 * @public
 */
export function Freshness(props: FreshnessProps) {
  const { asOf, transport, refreshing } = props;
  const { t } = useTranslationRef(fleetReactTranslationRef);
  const tone = useTimeOf(now => freshnessOf(asOf, transport, now).tone);
  const updated = useUpdated(props, READ_OUT_MS);
  return (
    <Hint
      label={refreshing ? `${t('freshness.refreshing')}. ${updated}` : updated}
      text={<Explanation {...props} />}
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
        <Figure {...props} />
        {refreshing ? (
          <span className={styles.spinner} />
        ) : (
          <span className={styles.dot}>{statusShapes[tone]}</span>
        )}
      </span>
    </Hint>
  );
}

/** The only part that is drawn each second. */
function Figure({ asOf, transport }: FreshnessProps) {
  const age = useTimeOf(now =>
    formatAge(freshnessOf(asOf, transport, now).age),
  );
  return <span className={styles.age}>{age}</span>;
}

/** Is there only while it is pointed at. */
function Explanation(props: FreshnessProps) {
  const { asOf, transport } = props;
  const { t } = useTranslationRef(fleetReactTranslationRef);
  const format = useTimeFormat();
  const updated = useUpdated(props, 1_000);
  const stale = useTimeOf(now => freshnessOf(asOf, transport, now).stale);
  const sentences = [
    asOf === undefined ? updated : `${updated}, ${format.instant(asOf)}.`,
    stale && t('freshness.stale'),
    t(`freshness.${transport}`),
  ];
  return <>{sentences.filter(Boolean).join('\n')}</>;
}

function useUpdated(
  { asOf, transport }: FreshnessProps,
  intervalMs: number,
): string {
  const { t } = useTranslationRef(fleetReactTranslationRef);
  const age = useTimeOf(now => {
    const facts = freshnessOf(asOf, transport, now);
    return facts.age === undefined ? undefined : spacedAge(facts.age);
  }, intervalMs);
  return age === undefined
    ? t('freshness.never')
    : t('freshness.updated', { age });
}
