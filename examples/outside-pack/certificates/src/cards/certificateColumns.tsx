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

import { CertificateRow } from '@acme/backstage-plugin-certificates-common';
import { TranslationFunction } from '@backstage/frontend-plugin-api';
import {
  FleetTableColumn,
  ObjectName,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { certificatesTranslationRef } from '../translation';
import { CertificateStatus } from './CertificateStatus';
import { Expiry } from './Expiry';

/** The columns of the card of certificates. */
export function certificateColumns(
  t: TranslationFunction<typeof certificatesTranslationRef.T>,
): FleetTableColumn<CertificateRow>[] {
  return [
    {
      id: 'status',
      header: t('column.status'),
      width: '112px',
      sort: 'status',
      render: row => <CertificateStatus certificate={row} />,
    },
    {
      id: 'name',
      header: t('column.name'),
      sort: 'name',
      render: row => <ObjectName name={row.name} />,
    },
    {
      id: 'namespace',
      header: t('column.namespace'),
      width: '20%',
      sort: 'namespace',
      shownFrom: 'medium',
      render: row => <ObjectName name={row.namespace} />,
    },
    {
      id: 'cluster',
      header: t('column.cluster'),
      width: '20%',
      sort: 'cluster',
      shownFrom: 'medium',
      render: row => <ObjectName name={row.cluster} />,
    },
    {
      id: 'expires',
      header: t('column.expires'),
      width: '84px',
      align: 'end',
      sort: 'expiry',
      render: row => <Expiry at={row.expiry} />,
    },
  ];
}
