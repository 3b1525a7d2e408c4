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

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  daemonSetsView,
  statefulSetsView,
  WorkloadRow,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  FleetTable,
  FleetTableColumn,
  useCardConfig,
  useTableView,
  ViewCard,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { fleetTranslationRef } from '../../translation';
import { CardStack } from '../CardStack';
import { StatusTotals } from '../StatusTotals';
import { workloadConfig } from './workloadConfig';

const totals = [
  { id: 'degraded', tone: 'error' },
  { id: 'progressing', tone: 'progress' },
  { id: 'available', tone: 'healthy' },
  { id: 'scaledToZero', tone: 'unknown' },
] as const;

/** Workloads of one kind that are rolled out, troubled first, with how many stand how. */
export function RolledOutTable(props: {
  view: typeof statefulSetsView | typeof daemonSetsView;
  label: string;
  columns: readonly FleetTableColumn<WorkloadRow>[];
  none: string;
}) {
  const { label, columns, none } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  const { onlyTroubled } = useCardConfig(workloadConfig);
  const { view, window } = useTableView(props.view, { onlyTroubled });
  const { summary } = view;
  return (
    <ViewCard
      view={view}
      empty={
        onlyTroubled
          ? { title: t('workloadCards.noneTroubled'), good: true }
          : { title: none, text: t('workloadCards.noneText') }
      }
    >
      {({ rows, total }) => (
        <CardStack
          above={
            <StatusTotals
              label={t('workloadCards.totals')}
              totals={totals.map(({ id, tone }) => ({
                id,
                tone,
                value: summary?.[id],
                word: t(`deploymentStatus.${id}`),
              }))}
            />
          }
        >
          <FleetTable
            label={label}
            columns={columns}
            rows={rows}
            rowKey={props.view.key}
            total={total}
            window={window}
          />
        </CardStack>
      )}
    </ViewCard>
  );
}
