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
import {
  ButtonIcon,
  Menu,
  MenuItem,
  MenuSeparator,
  MenuTrigger,
  SubmenuTrigger,
} from '@backstage/ui';
import { RiMoreFill } from '@remixicon/react';
import { Fragment, RefObject } from 'react';
import { useCardText } from '../../cards/CardText';
import { FleetCardAction } from '../../cards/FleetCardAction';
import { fleetReactTranslationRef } from '../../translation';
import styles from '../CardFrame.module.css';
import { CardCommands } from './CardCommands';
import { useCardActions } from './useCardActions';
import { CardMenuEntry, CardMenuOptions, useCardMenu } from './useCardMenu';

function EntryItem(props: { entry: CardMenuEntry }) {
  const { id, label, icon, danger, onAction, items } = props.entry;
  const item = (
    <MenuItem
      id={id}
      textValue={label}
      iconStart={icon}
      color={danger ? 'danger' : 'primary'}
      onAction={onAction}
    >
      {label}
    </MenuItem>
  );
  if (!items) return item;
  return (
    <SubmenuTrigger>
      {item}
      <Menu placement="right top">
        {items.map(entry => (
          <EntryItem key={entry.id} entry={entry} />
        ))}
      </Menu>
    </SubmenuTrigger>
  );
}

function ActionItem(props: {
  action: FleetCardAction;
  commands: CardCommands;
}) {
  const { action, commands } = props;
  const title = useCardText(action.title) ?? '';
  return (
    <MenuItem
      id={action.id}
      textValue={title}
      iconStart={action.icon}
      onAction={() => commands.open(action)}
    >
      {title}
    </MenuItem>
  );
}

/** The one menu of a card. */
export function CardMenu(
  props: CardMenuOptions & {
    title: string;
    button: RefObject<HTMLButtonElement>;
  },
) {
  const { title, button, commands } = props;
  const { t } = useTranslationRef(fleetReactTranslationRef);
  const actions = useCardActions();
  const [look, ...others] = useCardMenu(props).map(group =>
    group.map(entry => <EntryItem key={entry.id} entry={entry} />),
  );
  const offered = actions.map(action => (
    <ActionItem key={action.id} action={action} commands={commands} />
  ));
  return (
    <MenuTrigger>
      <ButtonIcon
        ref={button}
        size="small"
        variant="tertiary"
        className={styles.button}
        icon={<RiMoreFill size={16} />}
        aria-label={t('card.menu', { title })}
      />
      <Menu>
        {[look, offered, ...others]
          .filter(group => group.length > 0)
          .map((group, index) => (
            <Fragment key={group[0].key}>
              {index > 0 && <MenuSeparator />}
              {group}
            </Fragment>
          ))}
      </Menu>
    </MenuTrigger>
  );
}
