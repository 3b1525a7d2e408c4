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
import { ButtonIcon, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import { RiMore2Line } from '@remixicon/react';
import { useState } from 'react';
import { fleetReactTranslationRef } from '../../translation';
import { RowAction } from '../RowActions';
import styles from './FleetGrid.module.css';

/** The menu of a row. It is made when it is first opened: a screen of rows that fly by needs none. */
export function GridRowMenu(props: {
  name: string;
  actions: () => readonly RowAction[];
}) {
  const { name, actions } = props;
  const { t } = useTranslationRef(fleetReactTranslationRef);
  const [used, setUsed] = useState(false);
  const [open, setOpen] = useState(false);
  const label = t('table.rowActions', { name });
  if (!used) {
    return (
      <button
        type="button"
        tabIndex={-1}
        className={styles.menu}
        aria-label={label}
        aria-haspopup="menu"
        onClick={() => {
          setUsed(true);
          setOpen(true);
        }}
      >
        <RiMore2Line aria-hidden size={16} />
      </button>
    );
  }
  const items = actions();
  return (
    <MenuTrigger isOpen={open} onOpenChange={setOpen}>
      <ButtonIcon
        size="small"
        variant="tertiary"
        className={styles.menu}
        icon={<RiMore2Line />}
        aria-label={label}
      />
      <Menu
        disabledKeys={items
          .filter(action => action.disabledReason)
          .map(action => action.id)}
      >
        {items.map(action => (
          <MenuItem key={action.id} id={action.id} onAction={action.onAction}>
            {action.disabledReason
              ? `${action.label} – ${action.disabledReason}`
              : action.label}
          </MenuItem>
        ))}
      </Menu>
    </MenuTrigger>
  );
}
