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
import { WarningReason } from '@quarterdeck/backstage-plugin-fleet-common';
import {
  Age,
  FleetTableColumn,
  Quantity,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { fleetTranslationRef } from '../../translation';
import cards from '../cards.module.css';
import { ReportingClusters } from './ReportingClusters';

type Translate = TranslationFunction<typeof fleetTranslationRef.T>;

/** Columns of warnings by reason. */
export function warningReasonColumns(
  t: Translate,
): FleetTableColumn<WarningReason>[] {
  return [
    {
      id: 'reason',
      header: t('column.reason'),
      width: '26%',
      render: row => <span title={row.reason}>{row.reason}</span>,
    },
    {
      id: 'message',
      header: t('warningEvents.newest'),
      shownFrom: 'medium',
      render: row => (
        <span
          className={cards.muted}
          title={`${row.objectKinds.join(', ')}\n${row.message}`}
        >
          {row.message}
        </span>
      ),
    },
    {
      id: 'clusters',
      header: t('warningEvents.clusters'),
      width: '22%',
      shownFrom: 'wide',
      render: row => <ReportingClusters clusters={row.clusters} />,
    },
    {
      id: 'events',
      header: t('warningEvents.events'),
      width: '64px',
      align: 'end',
      render: row => <Quantity value={row.events} />,
    },
    {
      id: 'occurrences',
      header: t('warningEvents.times'),
      width: '64px',
      align: 'end',
      render: row => <Quantity value={row.occurrences} />,
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
