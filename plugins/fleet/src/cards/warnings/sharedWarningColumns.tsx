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
import { SharedWarning } from '@quarterdeck/backstage-plugin-fleet-common';
import {
  Age,
  FleetTableColumn,
  Quantity,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { fleetTranslationRef } from '../../translation';
import cards from '../cards.module.css';
import { ReportingClusters } from './ReportingClusters';

/** Columns of warnings that clusters share. */
export function sharedWarningColumns(
  t: TranslationFunction<typeof fleetTranslationRef.T>,
): FleetTableColumn<SharedWarning>[] {
  return [
    {
      id: 'count',
      header: t('sharedWarnings.clusters'),
      width: '72px',
      align: 'end',
      render: row => <Quantity value={row.clusters.length} />,
    },
    {
      id: 'names',
      header: t('sharedWarnings.which'),
      width: '24%',
      shownFrom: 'medium',
      render: row => <ReportingClusters clusters={row.clusters} />,
    },
    {
      id: 'warning',
      header: t('sharedWarnings.warning'),
      render: row => (
        <span title={`${row.reason} (${row.objectKind})\n${row.message}`}>
          {row.reason}{' '}
          <span className={cards.muted}>
            {row.objectKind.toLowerCase()} · {row.message}
          </span>
        </span>
      ),
    },
    {
      id: 'events',
      header: t('warningEvents.events'),
      width: '60px',
      align: 'end',
      shownFrom: 'wide',
      render: row => <Quantity value={row.events} />,
    },
    {
      id: 'first',
      header: t('sharedWarnings.first'),
      width: '56px',
      align: 'end',
      shownFrom: 'medium',
      render: row => <Age since={row.first} />,
    },
    {
      id: 'last',
      header: t('column.last'),
      width: '52px',
      align: 'end',
      render: row => <Age since={row.last} />,
    },
  ];
}
