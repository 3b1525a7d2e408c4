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
import { KeyboardEvent } from 'react';
import { fleetTranslationRef } from '../../translation';
import styles from './CatalogueList.module.css';
import { CatalogueEntry, CatalogueGroup } from './catalogueGroups';
import { CatalogueOption } from './CatalogueOption';

/** Id of an option in the document. */
export function optionId(list: string, entry: CatalogueEntry): string {
  return `${list}-${entry.card.id}`;
}

/** The cards that were found, by category. */
export function CatalogueList(props: {
  id: string;
  groups: readonly CatalogueGroup[];
  active: CatalogueEntry | undefined;
  present: ReadonlySet<string>;
  /** Absent where only one can be chosen: the one that is looked at. */
  ticked?: readonly string[];
  onLook: (id: string) => void;
  onToggle: (id: string) => void;
  /** The keys that mean the same as in the search. */
  onPress: (event: KeyboardEvent) => void;
}) {
  const { id, groups, active, present, ticked } = props;
  const { onLook, onToggle, onPress } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  return (
    <div
      id={id}
      role="listbox"
      tabIndex={0}
      className={styles.list}
      aria-label={t('catalogue.cards')}
      aria-multiselectable={ticked !== undefined}
      aria-activedescendant={active && optionId(id, active)}
      onKeyDown={event => {
        if (event.key !== ' ') {
          onPress(event);
          return;
        }
        event.preventDefault();
        if (active && ticked) onToggle(active.card.id);
      }}
    >
      {groups.map(({ title, entries }, index) => (
        <div
          key={title}
          role="group"
          aria-labelledby={`${id}-${index}`}
          className={styles.group}
        >
          <div id={`${id}-${index}`} role="presentation">
            <span className={styles.category}>{title}</span>{' '}
            <span className={styles.count}>{formatCount(entries.length)}</span>
          </div>
          {entries.map(entry => (
            <CatalogueOption
              key={entry.card.id}
              id={optionId(id, entry)}
              entry={entry}
              active={entry === active}
              selected={
                ticked ? ticked.includes(entry.card.id) : entry === active
              }
              present={present.has(entry.card.id)}
              onLook={() => onLook(entry.card.id)}
              onToggle={ticked && (() => onToggle(entry.card.id))}
            />
          ))}
        </div>
      ))}
    </div>
  );
}
