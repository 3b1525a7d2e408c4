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

import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import {
  Dashboard,
  DashboardFile,
  DashboardFileError,
  readDashboardFile,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { fleetCardsApiRef } from '@quarterdeck/backstage-plugin-fleet-react';
import { useState } from 'react';
import { messageOf } from '../../connect/requestErrors';
import { fleetTranslationRef } from '../../translation';
import { useDashboardChanges } from '../dashboardQueries';
import styles from './dialogs.module.css';

interface Failure {
  message: string;
  problems: readonly string[];
}

/** Makes a dashboard from a file, after showing what is in it. */
export function ImportDashboard(props: {
  onImported: (dashboard: Dashboard) => void;
  onClose: () => void;
}) {
  const { onImported, onClose } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  const changes = useDashboardChanges();
  const installed = new Set(
    useApi(fleetCardsApiRef)
      .list()
      .map(({ id }) => id),
  );
  const [file, setFile] = useState<DashboardFile>();
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const missing = [
    ...new Set(
      file?.content.cards
        .map(({ card }) => card)
        .filter(card => !installed.has(card)),
    ),
  ];

  const read = async (chosen: File | undefined) => {
    setFile(undefined);
    setFailure(undefined);
    if (!chosen) return;
    try {
      setFile(readDashboardFile(await chosen.text()));
    } catch (error) {
      setFailure({
        message: messageOf(error),
        problems: error instanceof DashboardFileError ? error.problems : [],
      });
    }
  };
  const make = async () => {
    if (!file) return;
    const { title, description, template, content } = file;
    setBusy(true);
    try {
      onImported(
        await changes.create({ title, description, template, content }),
      );
    } catch (error) {
      setFailure({ message: messageOf(error), problems: [] });
      setBusy(false);
    }
  };

  return (
    <Dialog
      isOpen
      onOpenChange={open => !open && onClose()}
      width="min(520px, calc(100vw - 32px))"
    >
      <DialogHeader>{t('dashboards.importTitle')}</DialogHeader>
      <DialogBody>
        <div className={styles.form}>
          <p className={styles.plain}>{t('dashboards.importText')}</p>
          <label className={styles.file}>
            {t('dashboards.importFile')}
            <input
              type="file"
              accept="application/json,.json"
              onChange={event => read(event.target.files?.[0])}
            />
          </label>
          {file && (
            <p className={styles.found} role="status">
              <strong>{file.title}</strong>
              {' · '}
              {t('dashboards.importCards', {
                count: file.content.cards.length,
              })}
              {missing.length > 0 && (
                <>
                  <br />
                  {t('dashboards.importMissing', {
                    cards: missing.join(', '),
                  })}
                </>
              )}
            </p>
          )}
          {failure && (
            <div role="alert" className={styles.failure}>
              {t('dashboards.importFailed')}: {failure.message}
              {failure.problems.length > 0 && (
                <ul className={styles.problems}>
                  {failure.problems.slice(0, 20).map(problem => (
                    <li key={problem}>{problem}</li>
                  ))}
                </ul>
              )}
            </div>
          )}
        </div>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          {t('dashboard.cancel')}
        </Button>
        <Button isDisabled={!file} isPending={busy} onPress={make}>
          {t('dashboards.importConfirm')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
