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
  MenuSection,
  MenuTrigger,
  Selection,
} from '@backstage/ui';
import {
  TimePreference,
  useTimePreference,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { RiCheckLine, RiTimeLine } from '@remixicon/react';
import { fleetTranslationRef } from '../translation';

const choices = {
  style: ['relative', 'absolute'],
  zone: ['browser', 'utc'],
} as const;

/** How times are shown on every page, for the person who chooses it. */
export function TimeMenu() {
  const { t } = useTranslationRef(fleetTranslationRef);
  const [preference, change] = useTimePreference();
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const section = (field: keyof TimePreference) => (
    <MenuSection
      title={t(`time.${field}`)}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[preference[field]]}
      onSelectionChange={(keys: Selection) => {
        const [chosen] = keys === 'all' ? [] : keys;
        if (chosen) change({ [field]: chosen });
      }}
    >
      {choices[field].map(choice => (
        <MenuItem
          key={choice}
          id={choice}
          iconStart={
            <RiCheckLine
              visibility={preference[field] === choice ? undefined : 'hidden'}
            />
          }
        >
          {t(`time.${choice}`, { zone: timeZone })}
        </MenuItem>
      ))}
    </MenuSection>
  );
  return (
    <MenuTrigger>
      <ButtonIcon
        size="small"
        variant="tertiary"
        icon={<RiTimeLine />}
        aria-label={t('time.label')}
      />
      <Menu>
        {section('style')}
        {section('zone')}
      </Menu>
    </MenuTrigger>
  );
}
