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
import { RiRefreshLine, RiSearchLine } from '@remixicon/react';
import { memo, RefObject } from 'react';
import { useCardText } from '../../cards/CardText';
import { FleetCardAction } from '../../cards/FleetCardAction';
import { fleetReactTranslationRef } from '../../translation';
import styles from '../CardFrame.module.css';
import { CardMenu } from './CardMenu';
import { useCardContents } from './CardShell';
import { useCardActions } from './useCardActions';
import { CardMenuOptions } from './useCardMenu';

function ActionButton(props: { action: FleetCardAction; onOpen(): void }) {
  const { icon, title } = props.action;
  const word = useCardText(title) ?? '';
  return (
    <button
      type="button"
      className={`${styles.button} ${styles.extra}`}
      data-word={icon ? undefined : true}
      aria-label={word}
      title={word}
      onClick={props.onOpen}
    >
      {icon ? <span aria-hidden>{icon}</span> : word}
    </button>
  );
}

function PlainCardTools(
  props: CardMenuOptions & {
    title: string;
    collapsed: boolean;
    button: RefObject<HTMLButtonElement>;
  },
) {
  const { title, collapsed, onRefresh, commands } = props;
  const { t } = useTranslationRef(fleetReactTranslationRef);
  const { searchable, searching, setSearching } = useCardContents();
  return (
    <>
      {useCardActions().map(action => (
        <ActionButton
          key={action.id}
          action={action}
          onOpen={() => commands.open(action)}
        />
      ))}
      {searchable && !searching && !collapsed && (
        <button
          type="button"
          className={`${styles.button} ${styles.extra}`}
          aria-label={t('card.searchIn', { title })}
          title={t('card.search')}
          onClick={() => setSearching(true)}
        >
          <RiSearchLine aria-hidden size={14} />
        </button>
      )}
      {onRefresh && (
        <button
          type="button"
          className={`${styles.button} ${styles.refresh}`}
          aria-label={t('card.refresh', { title })}
          title={t('card.refreshNow')}
          onClick={onRefresh}
        >
          <RiRefreshLine aria-hidden size={14} />
        </button>
      )}
      <CardMenu {...props} />
    </>
  );
}

/** What the header of a card offers; drawn again only when that changes, not with the data. */
export const CardTools = memo(PlainCardTools);
