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
import { SearchField } from '@backstage/ui';
import { useEffect, useState } from 'react';
import { fleetReactTranslationRef } from '../../translation';
import styles from './CardSearchField.module.css';
import { useCardSearch } from './CardSearch';
import { useCardContents } from './CardShell';

/** A letter is not asked for when the next follows at once. */
const TYPING_MS = 250;
/** What the backend takes. */
const MOST_LETTERS = 200;

/** The field that a search within the card is typed into; Escape clears and closes it. */
export function CardSearchField(props: { title: string; onClose(): void }) {
  const { title, onClose } = props;
  const { t } = useTranslationRef(fleetReactTranslationRef);
  const { text, setText } = useCardContents();
  const search = useCardSearch();
  const [typed, setTyped] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setText(typed.trim()), TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed, setText]);
  return (
    <span
      role="search"
      className={styles.search}
      // The first to hear it: the card may stand in a dialog, which is not to be closed as well.
      onKeyDownCapture={event => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <SearchField
        // It was asked for.
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        size="small"
        className={styles.field}
        aria-label={t('card.searchIn', { title })}
        placeholder={t('card.search')}
        maxLength={MOST_LETTERS}
        value={typed}
        onChange={setTyped}
        onSubmit={() => setText(typed.trim())}
        onBlur={() => typed === '' && search?.clear()}
      />
    </span>
  );
}
