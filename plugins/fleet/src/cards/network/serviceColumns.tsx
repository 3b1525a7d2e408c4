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
import { ServiceRow } from '@quarterdeck/backstage-plugin-fleet-common';
import {
  FleetTableColumn,
  StatusChip,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { fleetTranslationRef } from '../../translation';
import {
  ageColumn,
  clusterColumn,
  nameColumn,
  namespaceColumn,
} from '../objectColumns';
import { FirstOf } from './FirstOf';
import styles from './network.module.css';

type Translate = TranslationFunction<typeof fleetTranslationRef.T>;

function typeOf(row: ServiceRow, t: Translate): string {
  return row.headless ? t('services.headless') : row.type;
}

/** What is remarkable, else the type alone: whether pods stand behind it is not known. */
function ServiceState(props: { row: ServiceRow; t: Translate }) {
  const { row, t } = props;
  switch (row.status) {
    case 'No address':
      return (
        <StatusChip
          tone="warning"
          word={t('services.noAddress')}
          title={t('services.noAddressHint')}
        />
      );
    case 'No selector':
      return (
        <StatusChip
          tone="unknown"
          word={t('services.noSelector')}
          title={`${typeOf(row, t)}\n${t('services.noSelectorHint')}`}
        />
      );
    case 'Terminating':
      return <StatusChip tone="progress" word={t('services.terminating')} />;
    default:
      return <span className={styles.muted}>{typeOf(row, t)}</span>;
  }
}

/** A load balancer without an address has one in the cluster, which is not what is looked for. */
function addressesOf({ addresses, clusterIp, status }: ServiceRow): string[] {
  return addresses.length > 0 || status === 'No address' || !clusterIp
    ? addresses
    : [clusterIp];
}

/** Columns of services. */
export function serviceColumns(t: Translate): FleetTableColumn<ServiceRow>[] {
  return [
    {
      id: 'state',
      header: t('column.state'),
      width: '112px',
      sort: 'severity',
      text: row => row.type,
      render: row => <ServiceState row={row} t={t} />,
    },
    nameColumn(t('services.service'), 'services'),
    { ...namespaceColumn(t), width: '15%' },
    { ...clusterColumn(t), width: '19%' },
    {
      id: 'ports',
      header: t('services.ports'),
      width: '120px',
      shownFrom: 'medium',
      render: row => <FirstOf texts={row.ports} />,
    },
    {
      id: 'address',
      header: t('services.address'),
      width: '12%',
      shownFrom: 'wide',
      render: row => <FirstOf texts={addressesOf(row)} />,
    },
    ageColumn(t),
  ];
}
