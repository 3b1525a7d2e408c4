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
  ButtonLink,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import { StoredCluster } from '@quarterdeck/backstage-plugin-fleet-common';
import {
  Age,
  CardMessage,
  CardSkeleton,
  ClusterLink,
  useFleetPath,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { RiAddLine } from '@remixicon/react';
import { useState } from 'react';
import { fleetTranslationRef } from '../translation';
import styles from './connect.module.css';
import { messageOf } from './requestErrors';
import { useClusterSettings } from './useClusterSettings';
import { useStoredClusters } from './useStoredClusters';

/** The clusters that were added in the portal. */
export function StoredClusters() {
  const { t } = useTranslationRef(fleetTranslationRef);
  const fleetPath = useFleetPath();
  const { stored, error, loading, retry, changed } = useStoredClusters();
  const [leaving, setLeaving] = useState<StoredCluster>();

  if (loading) return <CardSkeleton />;
  if (!stored) {
    return (
      <CardMessage
        tone="error"
        title={t('stored.failed')}
        text={error && messageOf(error)}
        onRetry={retry}
      />
    );
  }
  const add = (
    <ButtonLink
      size="small"
      iconStart={<RiAddLine />}
      href={fleetPath('connect/stored/new')}
    >
      {t('stored.add')}
    </ButtonLink>
  );
  return (
    <>
      <div className={styles.intro}>
        <p>{t('stored.intro')}</p>
        {stored.length > 0 && add}
      </div>
      {stored.length === 0 ? (
        <CardMessage
          title={t('stored.none')}
          text={t('stored.noneText')}
          action={add}
        />
      ) : (
        <table className={styles.table} aria-label={t('connect.stored')}>
          <thead>
            <tr>
              <th scope="col">{t('column.cluster')}</th>
              <th scope="col">{t('cluster.server')}</th>
              <th scope="col">{t('cluster.auth')}</th>
              <th scope="col">{t('stored.addedBy')}</th>
              <th scope="col">{t('stored.changed')}</th>
              <th scope="col">{t('stored.actions')}</th>
            </tr>
          </thead>
          <tbody>
            {stored.map(cluster => (
              <tr key={cluster.name}>
                <td>
                  <ClusterLink
                    name={cluster.name}
                    title={cluster.title}
                    brief
                  />
                </td>
                <td>{cluster.connection.server}</td>
                <td>{t(`clusterAuth.${cluster.auth}`)}</td>
                <td>{cluster.createdBy}</td>
                <td>
                  <Age since={cluster.changedAt} />
                </td>
                <td>
                  <span className={styles.buttons}>
                    <ButtonLink
                      size="small"
                      variant="secondary"
                      aria-label={t('stored.editOne', { name: cluster.name })}
                      href={fleetPath(
                        `connect/stored/${encodeURIComponent(cluster.name)}`,
                      )}
                    >
                      {t('stored.edit')}
                    </ButtonLink>
                    <Button
                      size="small"
                      variant="secondary"
                      aria-label={t('stored.removeOne', { name: cluster.name })}
                      onPress={() => setLeaving(cluster)}
                    >
                      {t('stored.remove')}
                    </Button>
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {leaving && (
        <RemoveDialog
          cluster={leaving}
          onClose={() => setLeaving(undefined)}
          onRemoved={changed}
        />
      )}
    </>
  );
}

function RemoveDialog(props: {
  cluster: StoredCluster;
  onClose: () => void;
  onRemoved: () => void;
}) {
  const { cluster, onClose, onRemoved } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  const settings = useClusterSettings();
  const toast = useApi(toastApiRef);
  const [busy, setBusy] = useState(false);
  const remove = async () => {
    setBusy(true);
    try {
      await settings.remove(cluster.name);
      toast.post({
        title: t('stored.removed', { name: cluster.name }),
        timeout: 5_000,
      });
      onRemoved();
      onClose();
    } catch (error) {
      setBusy(false);
      toast.post({
        title: t('stored.removeFailed', { name: cluster.name }),
        description: messageOf(error),
        status: 'danger',
      });
    }
  };
  return (
    <Dialog
      isOpen
      isDismissable={false}
      isKeyboardDismissDisabled={busy}
      onOpenChange={open => !open && !busy && onClose()}
    >
      <DialogHeader>
        {t('stored.removeTitle', { name: cluster.name })}
      </DialogHeader>
      <DialogBody>
        <p>{t('stored.removeText')}</p>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" isDisabled={busy} onPress={onClose}>
          {t('stored.cancel')}
        </Button>
        <Button destructive isPending={busy} onPress={remove}>
          {t('stored.removeConfirm')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
