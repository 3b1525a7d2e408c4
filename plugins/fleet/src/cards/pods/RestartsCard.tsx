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
  TranslationFunction,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import {
  podRestartsView,
  PodRow,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  Age,
  FleetTable,
  FleetTableColumn,
  useCardConfig,
  useTableView,
  ViewCard,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { useMemo } from 'react';
import { useMinutes } from '../../filters/useMinutes';
import { fleetTranslationRef } from '../../translation';
import { CardStack } from '../CardStack';
import { podIssueColumns } from '../podIssueColumns';
import { StatusTotals } from '../StatusTotals';
import { restartsConfig } from './restartsConfig';

function columnsOf(
  t: TranslationFunction<typeof fleetTranslationRef.T>,
): FleetTableColumn<PodRow>[] {
  const columns = podIssueColumns(t).filter(({ id }) => id !== 'age');
  return [
    ...columns,
    {
      id: 'lastRestart',
      header: t('restarts.last'),
      width: '64px',
      align: 'end',
      sort: 'lastRestart',
      render: row => <Age since={row.lastRestart} />,
    },
  ];
}

/** Pods of which a container was restarted lately, the latest first. */
export function RestartsCard() {
  const { t } = useTranslationRef(fleetTranslationRef);
  const { hours } = useCardConfig(restartsConfig);
  const minutes = useMinutes(hours * 60);
  const { view, window } = useTableView(podRestartsView, { minutes });
  const columns = useMemo(() => columnsOf(t), [t]);
  const { summary } = view;
  return (
    <ViewCard
      view={view}
      empty={{
        title:
          minutes % 60 === 0
            ? t('restarts.noneHours', { count: minutes / 60 })
            : t('restarts.noneMinutes', { count: minutes }),
        text: t('restarts.noneText'),
        good: true,
      }}
    >
      {({ rows, total }) => (
        <CardStack
          above={
            <StatusTotals
              label={t('restarts.totals')}
              totals={[
                {
                  id: 'errors',
                  tone: 'error',
                  value: summary?.errors,
                  word: t('restarts.errors'),
                },
                {
                  id: 'recovered',
                  tone: 'healthy',
                  value: summary && summary.pods - summary.errors,
                  word: t('restarts.recovered'),
                },
              ]}
            />
          }
        >
          <FleetTable
            label={t('restarts.title')}
            columns={columns}
            rows={rows}
            rowKey={podRestartsView.key}
            total={total}
            window={window}
          />
        </CardStack>
      )}
    </ViewCard>
  );
}
