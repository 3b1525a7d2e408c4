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
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  TextField,
} from '@backstage/ui';
import { FormEvent, useId, useMemo, useState } from 'react';
import { z } from 'zod';
import { useCardText } from '../../cards/CardText';
import { usePlacedCard } from '../../cards/FleetCardContext';
import { useFleetCardHost } from '../../cards/FleetCardHost';
import { fleetReactTranslationRef } from '../../translation';
import styles from '../frame/dialogs.module.css';
import { SettingField } from './SettingField';
import { settingsOf } from './settingsOf';
import { changedSettings, settingProblems, Settings } from './settingValues';

/** What a dashboard takes as the title of a card. */
const MOST_LETTERS = 120;
const noSettings = z.object({});

/** Title and settings of the card where it is placed. */
export function ConfigureDialog(props: { onClose(): void }) {
  const { onClose } = props;
  const { t } = useTranslationRef(fleetReactTranslationRef);
  const host = useFleetCardHost();
  const placed = usePlacedCard();
  const extension = placed?.extension;
  const usualTitle = useCardText(extension?.title) ?? '';
  const schema = extension?.configSchema ?? noSettings;
  const fields = useMemo(() => settingsOf(schema), [schema]);
  const usual: Settings = extension?.config ?? {};
  const [title, setTitle] = useState(placed?.title ?? '');
  const [settings, setSettings] = useState<Settings>({
    ...usual,
    ...placed?.config,
  });
  const formId = useId();
  const problems = settingProblems(schema, settings);
  const valid = Object.keys(problems).length === 0;
  const usualNow =
    title === '' && Object.keys(changedSettings(settings, usual)).length === 0;

  const save = (event: FormEvent) => {
    event.preventDefault();
    if (!valid) return;
    const own = title.trim();
    const known = Object.fromEntries(
      fields.map(({ name }) => [name, settings[name]]),
    );
    host?.configure?.({
      title: own === '' || own === usualTitle ? undefined : own,
      config: changedSettings(known, usual),
    });
    onClose();
  };
  return (
    <Dialog
      isOpen
      // What has been entered is not lost by a click beside it.
      isDismissable={false}
      onOpenChange={open => !open && onClose()}
      width="min(520px, calc(100vw - 32px))"
      className={styles.dialog}
    >
      <DialogHeader>{t('configure.title', { title: usualTitle })}</DialogHeader>
      <DialogBody>
        <form id={formId} className={styles.body} onSubmit={save} noValidate>
          <TextField
            label={t('configure.cardTitle')}
            description={t('configure.cardTitleHint')}
            placeholder={usualTitle}
            maxLength={MOST_LETTERS}
            value={title}
            onChange={setTitle}
          />
          {fields.map(setting => (
            <SettingField
              key={setting.name}
              setting={setting}
              value={settings[setting.name]}
              problem={problems[setting.name]}
              settings={settings}
              fields={fields}
              onChange={value =>
                setSettings(before => ({ ...before, [setting.name]: value }))
              }
            />
          ))}
          {fields.length === 0 && (
            <p className={styles.text}>{t('configure.none')}</p>
          )}
          {problems[''] && (
            <p role="alert" className={styles.problem}>
              {problems['']}
            </p>
          )}
        </form>
      </DialogBody>
      <DialogFooter className={styles.footer}>
        <Button
          variant="tertiary"
          className={styles.reset}
          isDisabled={usualNow}
          onPress={() => {
            setTitle('');
            setSettings(usual);
          }}
        >
          {t('configure.reset')}
        </Button>
        <Button variant="secondary" onPress={onClose}>
          {t('card.cancel')}
        </Button>
        <Button type="submit" form={formId} isDisabled={!valid}>
          {t('configure.save')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
