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

import { TranslationFunction } from '@backstage/frontend-plugin-api';
import {
  formatBytes,
  PersistentVolumeClaimRow,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  FleetTableColumn,
  ObjectLink,
  Quantity,
  severityTone,
  StatusChip,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { fleetTranslationRef } from '../../translation';
import {
  ageColumn,
  clusterColumn,
  nameColumn,
  namespaceColumn,
} from '../objectColumns';
import styles from './storage.module.css';

type Translate = TranslationFunction<typeof fleetTranslationRef.T>;

function ClaimStatus(props: { row: PersistentVolumeClaimRow; t: Translate }) {
  const { row, t } = props;
  const words: Readonly<Record<string, string>> = {
    Bound: t('storage.bound'),
    Pending: t('storage.pending'),
    Lost: t('storage.lost'),
    Terminating: t('claims.terminating'),
    Unknown: t('claims.unknown'),
  };
  return (
    <StatusChip
      tone={row.status === 'Unknown' ? 'unknown' : severityTone(row.severity)}
      word={words[row.status] ?? row.status}
      title={row.message}
    />
  );
}

function Capacity(props: { row: PersistentVolumeClaimRow; t: Translate }) {
  const { capacity, requested } = props.row;
  const amounts = {
    capacity: formatBytes(capacity),
    requested: formatBytes(requested),
  };
  return (
    <span
      className={styles.amount}
      title={props.t(
        capacity === undefined ? 'claims.notBound' : 'claims.requestedHint',
        amounts,
      )}
    >
      {amounts.capacity}
    </span>
  );
}

/** Columns of claims, with what is wrong with them first. */
export function claimColumns(
  t: Translate,
): FleetTableColumn<PersistentVolumeClaimRow>[] {
  return [
    {
      id: 'status',
      header: t('column.status'),
      width: '96px',
      sort: 'severity',
      render: row => <ClaimStatus row={row} t={t} />,
    },
    nameColumn(t('claims.claim'), 'persistentvolumeclaims'),
    { ...namespaceColumn(t), width: '14%' },
    { ...clusterColumn(t), width: '18%' },
    {
      id: 'storageClass',
      header: t('storage.class'),
      width: '14%',
      sort: 'storageClass',
      shownFrom: 'medium',
      render: ({ cluster, storageClass }) =>
        storageClass === '' ? (
          <span className={styles.muted}>{t('storage.noClass')}</span>
        ) : (
          <ObjectLink
            address={{
              cluster,
              resource: 'storageclasses.storage.k8s.io',
              name: storageClass,
            }}
          />
        ),
    },
    {
      id: 'requested',
      header: t('storage.requested'),
      width: '84px',
      align: 'end',
      sort: 'requested',
      render: row => <Quantity value={row.requested} of="bytes" />,
    },
    {
      id: 'capacity',
      header: t('claims.capacity'),
      width: '76px',
      align: 'end',
      sort: 'capacity',
      shownFrom: 'wide',
      render: row => <Capacity row={row} t={t} />,
    },
    ageColumn(t),
  ];
}
