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
import { IngressRow } from '@quarterdeck/backstage-plugin-fleet-common';
import {
  FleetTableColumn,
  StatusChip,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { fleetTranslationRef } from '../../translation';
import { clusterColumn, nameColumn, namespaceColumn } from '../objectColumns';
import { FirstOf } from './FirstOf';
import styles from './network.module.css';

type Translate = TranslationFunction<typeof fleetTranslationRef.T>;

const RESOURCE = 'ingresses.networking.k8s.io';

const tlsWords = { all: 'tlsAll', some: 'tlsSome', none: 'tlsNone' } as const;

function IngressState(props: { row: IngressRow; t: Translate }) {
  const { row, t } = props;
  if (row.status === 'Terminating') {
    return <StatusChip tone="progress" word={t('services.terminating')} />;
  }
  return row.status === 'No address' ? (
    <StatusChip
      tone="warning"
      word={t('services.noAddress')}
      title={t('ingresses.noAddressHint')}
    />
  ) : (
    <StatusChip tone="healthy" word={t('services.hasAddress')} />
  );
}

/** Columns of ingresses. */
export function ingressColumns(t: Translate): FleetTableColumn<IngressRow>[] {
  return [
    {
      id: 'state',
      header: t('column.state'),
      width: '118px',
      sort: 'severity',
      render: row => <IngressState row={row} t={t} />,
    },
    {
      id: 'hosts',
      header: t('ingresses.hosts'),
      text: row => row.hosts.join(' '),
      render: row => <FirstOf texts={row.hosts} />,
    },
    {
      ...nameColumn(t('ingresses.ingress'), RESOURCE),
      width: '13%',
      shownFrom: 'medium',
    },
    { ...namespaceColumn(t, 'wide'), width: '11%' },
    { ...clusterColumn(t), width: '18%' },
    {
      id: 'class',
      header: t('ingresses.class'),
      width: '84px',
      sort: 'class',
      shownFrom: 'medium',
      render: row =>
        row.className || (
          <span className={styles.muted}>{t('ingresses.defaultClass')}</span>
        ),
    },
    {
      id: 'address',
      header: t('services.address'),
      width: '12%',
      shownFrom: 'wide',
      text: row => row.addresses.join(' '),
      render: row => <FirstOf texts={row.addresses} />,
    },
    {
      id: 'tls',
      header: t('ingresses.tls'),
      width: '64px',
      shownFrom: 'medium',
      render: row =>
        row.tls === 'all' ? (
          t('ingresses.tlsAll')
        ) : (
          <StatusChip
            tone="unknown"
            word={t(`ingresses.${tlsWords[row.tls]}`)}
          />
        ),
    },
  ];
}
