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
import { fleetReactTranslationRef } from '../translation';
import styles from './RowActions.module.css';

/**
 * Something that can be done with a row.
 *
 * @public
 */
export interface RowAction {
  id: string;
  /** What is written on it: the act. */
  label: string;
  onAction: () => void;
  /** Why it cannot be done now; shown in its place. */
  disabledReason?: string;
}

/**
 * Properties of {@link RowActions}.
 *
 * @public
 */
export interface RowActionsProps {
  /** Name of the object of the row. */
  name: string;
  /** The first one is also a button that shows when the row is pointed at or focused. */
  actions: readonly RowAction[];
}

/**
 * What can be done with a row: a button for the first thing, and a menu of all.
 *
 * @public
 */
export function RowActions(props: RowActionsProps) {
  const { name, actions } = props;
  const { t } = useTranslationRef(fleetReactTranslationRef);
  const [first] = actions;
  return (
    <span className={styles.actions}>
      {first && (
        <button
          type="button"
          className={styles.first}
          aria-label={`${first.label} ${name}`}
          aria-disabled={first.disabledReason !== undefined || undefined}
          title={first.disabledReason}
          onClick={first.disabledReason ? undefined : first.onAction}
        >
          {first.label}
        </button>
      )}
      <MenuTrigger>
        <ButtonIcon
          size="small"
          variant="tertiary"
          className={styles.menu}
          icon={<RiMore2Line />}
          aria-label={t('table.rowActions', { name })}
        />
        <Menu
          disabledKeys={actions
            .filter(action => action.disabledReason)
            .map(action => action.id)}
        >
          {actions.map(action => (
            <MenuItem key={action.id} id={action.id} onAction={action.onAction}>
              {action.disabledReason
                ? `${action.label} – ${action.disabledReason}`
                : action.label}
            </MenuItem>
          ))}
          <MenuItem
            id="copy-name"
            onAction={() => navigator.clipboard?.writeText(name)}
          >
            {t('table.copyName')}
          </MenuItem>
        </Menu>
      </MenuTrigger>
    </span>
  );
}
