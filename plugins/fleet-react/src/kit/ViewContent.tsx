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
import { ReactNode } from 'react';
import { ViewState } from '../client/ViewState';
import { useFleetFilters } from '../scope/FleetFilters';
import { fleetReactTranslationRef } from '../translation';
import { CardMessage } from './CardMessage';
import { CardSkeleton } from './CardSkeleton';
import { useCardSearch } from './frame/CardSearch';
import { NothingFound } from './frame/NothingFound';
import styles from './ViewContent.module.css';

/**
 * What stands in a card whose view has no rows.
 *
 * @public
 */
export interface ViewContentEmpty {
  title: string;
  /** Why there is nothing, and what to do next. */
  text?: ReactNode;
  /** True when having none is good news. */
  good?: boolean;
}

/**
 * Properties of {@link ViewContent}.
 *
 * @public
 */
export interface ViewContentProps<
  TRow extends object,
  TSummary extends object,
> {
  view: ViewState<TRow, TSummary>;
  /** What stands there when the view has no rows. */
  empty?: ViewContentEmpty;
  /** Named when the view is denied. */
  permission?: string;
  /** Takes the place of the rows of grey bars while the view loads. */
  skeleton?: ReactNode;
  /** Draws the content. Called only with data that may be shown. */
  children: (view: ViewState<TRow, TSummary>) => ReactNode;
}

/**
 * What stands in a card or on a page, by the state of its view.
 *
 * @public
 */
export function ViewContent<TRow extends object, TSummary extends object>(
  props: ViewContentProps<TRow, TSummary>,
) {
  const { view, empty, permission, skeleton, children } = props;
  const { t } = useTranslationRef(fleetReactTranslationRef);
  const cardSearch = useCardSearch();
  const filters = useFleetFilters();
  const { status, error, coverage, rows } = view;
  const details = error && `${error.name}: ${error.message}`;

  if (status === 'denied') {
    return (
      <CardMessage
        tone="unknown"
        title={t('card.deniedTitle')}
        text={t('card.deniedText', {
          permission: permission ?? 'fleet.namespace.read',
        })}
        details={details}
      />
    );
  }
  if (status === 'loading') {
    if (view.transport === 'offline') {
      return (
        <CardMessage
          tone="warning"
          title={t('card.offlineTitle')}
          text={t('card.offlineText')}
          details={details}
          onRetry={view.refresh}
        />
      );
    }
    return <>{skeleton ?? <CardSkeleton />}</>;
  }
  if (rows.length > 0) {
    return (
      <>
        {status === 'error' && (
          <div role="alert" className={styles.kept} title={details}>
            {t('card.errorKept')}
          </div>
        )}
        {children(view)}
      </>
    );
  }
  if (status === 'error') {
    return (
      <CardMessage
        tone="error"
        title={t('card.errorTitle')}
        text={t('card.errorText')}
        details={details}
        onRetry={view.refresh}
      />
    );
  }
  if (coverage && coverage.asked > 0 && coverage.answered === 0) {
    return (
      <CardMessage
        tone="warning"
        title={t('card.unansweredTitle')}
        text={t('card.unansweredText')}
      />
    );
  }
  // A page that searches by itself says so in its own words.
  const { search, statuses } = view.source?.query.window ?? {};
  const narrowed = Boolean(cardSearch?.text || filters.text);
  if (search && narrowed) return <NothingFound text={search} />;
  if (statuses && filters.statuses) {
    return <CardMessage title={t('card.noneOfStatus')} />;
  }
  const partial = coverage !== undefined && coverage.failed.length > 0;
  return (
    <CardMessage
      tone={empty?.good && !partial ? 'healthy' : undefined}
      title={empty?.title ?? t('card.emptyTitle')}
      text={partial ? t('card.emptyPartial') : empty?.text}
    />
  );
}
