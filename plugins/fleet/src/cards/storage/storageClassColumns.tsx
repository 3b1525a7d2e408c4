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
import { StorageClassUseRow } from '@quarterdeck/backstage-plugin-fleet-common';
import {
  FleetTableColumn,
  ObjectLink,
  Quantity,
  StatusChip,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { fleetTranslationRef } from '../../translation';
import { clusterColumn } from '../objectColumns';
import styles from './storage.module.css';

type Translate = TranslationFunction<typeof fleetTranslationRef.T>;

function ClassName(props: { row: StorageClassUseRow; t: Translate }) {
  const { row, t } = props;
  const { cluster, storageClass, provisioner, isDefault, missing } = row;
  if (storageClass === '') {
    return <span className={styles.muted}>{t('storage.noClass')}</span>;
  }
  return (
    <span className={styles.class}>
      {provisioner === undefined ? (
        <span className={styles.name}>{storageClass}</span>
      ) : (
        <ObjectLink
          address={{
            cluster,
            resource: 'storageclasses.storage.k8s.io',
            name: storageClass,
          }}
        />
      )}
      {isDefault && (
        <span className={styles.muted}>{t('storage.default')}</span>
      )}
      {missing && (
        <StatusChip
          tone="warning"
          word={t('storage.missing')}
          title={t('storage.missingHint')}
        />
      )}
    </span>
  );
}

/** Columns of storage classes with what is asked for and provided of them. */
export function storageClassColumns(
  t: Translate,
): FleetTableColumn<StorageClassUseRow>[] {
  return [
    {
      id: 'class',
      header: t('storage.class'),
      render: row => <ClassName row={row} t={t} />,
    },
    { ...clusterColumn(t, 'medium'), width: '29%' },
    {
      id: 'provisioner',
      header: t('storage.provisioner'),
      width: '18%',
      shownFrom: 'wide',
      render: row => row.provisioner ?? '–',
    },
    {
      id: 'claims',
      header: t('storage.claims'),
      width: '64px',
      align: 'end',
      shownFrom: 'wide',
      render: row => <Quantity value={row.claims} />,
    },
    {
      id: 'requested',
      header: t('storage.requested'),
      width: '88px',
      align: 'end',
      render: row => <Quantity value={row.requested} of="bytes" />,
    },
    {
      id: 'provisioned',
      header: t('storage.provisioned'),
      width: '92px',
      align: 'end',
      render: row => <Quantity value={row.provisioned} of="bytes" />,
    },
  ];
}
