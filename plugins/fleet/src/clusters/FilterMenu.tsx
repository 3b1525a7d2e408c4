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

import { Button, Menu, MenuItem, MenuTrigger, Selection } from '@backstage/ui';
import { RiArrowDownSLine, RiCheckLine } from '@remixicon/react';
import styles from './ClusterToolbar.module.css';

/** Something that can be picked in a {@link FilterMenu}. */
export interface FilterMenuChoice {
  /** Not empty. */
  id: string;
  label: string;
  /** Small print, such as how many there are. */
  detail?: string;
}

/** A button that opens a list to pick from: one, or as many as wanted. Says on itself what is picked. */
export function FilterMenu(props: {
  label: string;
  /** Read out in place of the label. */
  description: string;
  mode: 'single' | 'multiple';
  choices: readonly FilterMenuChoice[];
  picked: readonly string[];
  /** A choice that goes without saying. */
  usual?: string;
  onPick: (ids: string[]) => void;
}) {
  const { label, description, mode, choices, picked, usual, onPick } = props;
  const names = choices
    .filter(choice => picked.includes(choice.id) && choice.id !== usual)
    .map(choice => choice.label);
  const word =
    names.length > 1 ? `${label}: ${names.length}` : `${label}: ${names[0]}`;
  // What is written comes first, for those who say it to press it.
  const spoken =
    names.length > 1
      ? `${word} (${names.join(', ')})`
      : `${description}: ${names[0]}`;
  return (
    <MenuTrigger>
      <Button
        size="small"
        variant="tertiary"
        className={styles.menu}
        data-active={names.length > 0 || undefined}
        iconEnd={<RiArrowDownSLine />}
        aria-label={names.length ? spoken : description}
      >
        {names.length ? word : label}
      </Button>
      <Menu
        selectionMode={mode}
        selectedKeys={picked}
        disallowEmptySelection={mode === 'single'}
        onSelectionChange={(keys: Selection) =>
          onPick(
            keys === 'all' ? choices.map(it => it.id) : [...keys].map(String),
          )
        }
      >
        {choices.map(choice => (
          <MenuItem
            key={choice.id}
            id={choice.id}
            textValue={choice.label}
            iconStart={
              <RiCheckLine
                visibility={picked.includes(choice.id) ? undefined : 'hidden'}
              />
            }
          >
            {choice.label}
            {choice.detail && (
              <span className={styles.detail}> {choice.detail}</span>
            )}
          </MenuItem>
        ))}
      </Menu>
    </MenuTrigger>
  );
}
