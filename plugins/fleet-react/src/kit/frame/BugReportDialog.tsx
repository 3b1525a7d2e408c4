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

import { configApiRef, useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  ButtonLink,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  TextAreaField,
} from '@backstage/ui';
import { useState } from 'react';
import { useFleetCard } from '../../cards/FleetCardContext';
import { ViewState } from '../../client/ViewState';
import { fleetReactTranslationRef } from '../../translation';
import { CopyButton } from '../CopyButton';
import { bugReport } from './bugReport';
import styles from './dialogs.module.css';
import { usePluginVersion } from './usePluginVersion';

/** What to tell whoever looks after the portal, to be completed and copied. Nothing is sent. */
export function BugReportDialog(props: {
  title: string;
  view: ViewState<any, any> | undefined;
  onClose(): void;
}) {
  const { title, onClose } = props;
  const { t } = useTranslationRef(fleetReactTranslationRef);
  const card = useFleetCard();
  const plugin = usePluginVersion(card);
  const support = useApi(configApiRef).getOptionalString('app.support.url');
  // As it was when it was reported: the card goes on.
  const [facts] = useState(() => ({
    title,
    card,
    view: props.view,
    browser: navigator.userAgent,
    now: new Date(),
  }));
  const [edited, setEdited] = useState<string>();
  const text = edited ?? bugReport({ ...facts, plugin });
  return (
    <Dialog
      isOpen
      onOpenChange={open => !open && onClose()}
      width="min(600px, calc(100vw - 32px))"
      className={styles.dialog}
    >
      <DialogHeader>{t('report.title')}</DialogHeader>
      <DialogBody className={styles.body}>
        <p className={styles.text}>{t('report.text')}</p>
        <TextAreaField
          label={t('report.report')}
          className={styles.report}
          rows={14}
          value={text}
          onChange={setEdited}
        />
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          {t('card.close')}
        </Button>
        {support && (
          <ButtonLink
            variant="secondary"
            href={support}
            target="_blank"
            rel="noopener noreferrer"
          >
            {t('report.support')}
          </ButtonLink>
        )}
        <CopyButton
          primary
          text={text}
          label={t('report.copy')}
          doneLabel={t('card.copied')}
        />
      </DialogFooter>
    </Dialog>
  );
}
