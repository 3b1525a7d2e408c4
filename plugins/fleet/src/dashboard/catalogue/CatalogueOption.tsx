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
import { RiCheckLine } from '@remixicon/react';
import { useEffect, useRef } from 'react';
import { fleetTranslationRef } from '../../translation';
import styles from './CatalogueList.module.css';
import { CatalogueEntry } from './catalogueGroups';

/** A card in the list of the catalogue. */
export function CatalogueOption(props: {
  id: string;
  entry: CatalogueEntry;
  active: boolean;
  selected: boolean;
  present: boolean;
  onLook: () => void;
  /** Absent where only one can be chosen. */
  onToggle?: () => void;
}) {
  const { id, entry, active, selected, present, onLook, onToggle } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active) element.current?.scrollIntoView?.({ block: 'nearest' });
  }, [active]);
  return (
    // The keys are those of the list, which keeps the focus.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      ref={element}
      id={id}
      role="option"
      aria-selected={selected}
      data-active={active || undefined}
      className={styles.option}
      onClick={onLook}
    >
      {onToggle && (
        // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
        <span
          className={styles.tick}
          onClick={event => {
            event.stopPropagation();
            onToggle();
          }}
        >
          <span className={styles.box}>
            {selected && <RiCheckLine aria-hidden size={14} />}
          </span>
        </span>
      )}
      <span className={styles.texts}>
        <span className={styles.name}>{entry.title}</span>
        <span className={styles.description}>{entry.description}</span>
        {present && (
          <span className={styles.present}>
            <RiCheckLine aria-hidden size={12} />
            {t('catalogue.present')}
          </span>
        )}
      </span>
    </div>
  );
}
