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

import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import {
  CardHistoryEntry,
  DashboardCard,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  CardMessage,
  CardSkeleton,
  fleetCardsApiRef,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { messageOf } from '../../connect/requestErrors';
import { fleetTranslationRef } from '../../translation';
import { useCardNames } from '../useCardNames';
import styles from './CardHistory.module.css';
import { HistoryEntry } from './HistoryEntry';
import { useCardHistory } from './useCardHistory';

/** Properties of {@link CardHistory}. */
export interface CardHistoryProps {
  /** Id of the dashboard. */
  dashboard: string;
  /** Its cards now: what is there already is not put back. */
  cards: readonly DashboardCard[];
  /** Puts the card of an entry to where it was. */
  onPutBack: (entry: CardHistoryEntry) => void;
  onClose: () => void;
}

/** What became of the person's cards on a dashboard: viewed in full, removed, replaced. */
export function CardHistory(props: CardHistoryProps) {
  const { dashboard, cards, onPutBack, onClose } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  const nameOf = useCardNames(useApi(fleetCardsApiRef).list());
  const history = useCardHistory(dashboard);
  const { entries, loading, error, forgetError } = history;
  return (
    <Dialog
      isOpen
      onOpenChange={open => !open && onClose()}
      width="min(520px, calc(100vw - 32px))"
    >
      <DialogHeader>{t('cardHistory.title')}</DialogHeader>
      <DialogBody>
        {forgetError && (
          <p role="alert" className={styles.problem}>
            {t('cardHistory.forgetFailed', { message: messageOf(forgetError) })}
          </p>
        )}
        {loading && (
          <div aria-busy aria-label={t('cardHistory.loading')} role="status">
            <CardSkeleton />
          </div>
        )}
        {error && !entries && (
          <CardMessage
            tone="error"
            title={t('cardHistory.failed')}
            text={messageOf(error)}
            onRetry={history.retry}
          />
        )}
        {entries?.length === 0 && (
          <CardMessage
            title={t('cardHistory.none')}
            text={t('cardHistory.noneText')}
          />
        )}
        {entries && entries.length > 0 && (
          <ul className={styles.entries}>
            {entries.map(entry => (
              <HistoryEntry
                key={entry.id}
                entry={entry}
                name={nameOf(entry.card)}
                present={cards.some(({ id }) => id === entry.card.id)}
                onPutBack={() => onPutBack(entry)}
                onForget={() => history.forget(entry.id)}
              />
            ))}
          </ul>
        )}
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          {t('cardHistory.close')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
