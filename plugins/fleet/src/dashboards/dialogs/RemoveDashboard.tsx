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

import {
  toastApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import { useState } from 'react';
import { messageOf } from '../../connect/requestErrors';
import { fleetTranslationRef } from '../../translation';
import { useDashboardChanges } from '../dashboardQueries';
import styles from './dialogs.module.css';

/** Asks before a dashboard is deleted. */
export function RemoveDashboard(props: {
  dashboard: { id: string; title: string; cards: number };
  onRemoved: () => void;
  onClose: () => void;
}) {
  const { dashboard, onRemoved, onClose } = props;
  const { title } = dashboard;
  const { t } = useTranslationRef(fleetTranslationRef);
  const changes = useDashboardChanges();
  const toast = useApi(toastApiRef);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const remove = async () => {
    setBusy(true);
    setFailure(undefined);
    try {
      await changes.remove(dashboard.id);
      toast.post({ title: t('dashboard.removed', { title }), timeout: 5_000 });
      onRemoved();
    } catch (error) {
      setFailure(messageOf(error));
      setBusy(false);
    }
  };
  return (
    <Dialog
      isOpen
      onOpenChange={open => !open && onClose()}
      width="min(440px, calc(100vw - 32px))"
    >
      <DialogHeader>{t('dashboard.removeTitle', { title })}</DialogHeader>
      <DialogBody>
        <p className={styles.plain}>
          {t('dashboard.removeText', { cards: String(dashboard.cards) })}
        </p>
        {failure && (
          <p role="alert" className={styles.failure}>
            {t('dashboard.removeFailed')}: {failure}
          </p>
        )}
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          {t('dashboard.cancel')}
        </Button>
        <Button destructive isPending={busy} onPress={remove}>
          {t('dashboard.removeConfirm')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
