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
import { autoscalersView } from '@quarterdeck/backstage-plugin-fleet-common';
import {
  FleetTable,
  useCardConfig,
  useTableView,
  ViewCard,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { useMemo } from 'react';
import { fleetTranslationRef } from '../../translation';
import { CardStack } from '../CardStack';
import { onlyTroubledConfig } from '../onlyTroubled';
import { StatusTotals } from '../StatusTotals';
import { autoscalerColumns } from './autoscalerColumns';

const totals = [
  { id: 'failing', word: 'failing', tone: 'error' },
  { id: 'atMaximum', word: 'atMaximumTotal', tone: 'warning' },
  { id: 'scaling', word: 'scalingTotal', tone: 'progress' },
  { id: 'inRange', word: 'inRangeTotal', tone: 'healthy' },
] as const;

/** HorizontalPodAutoscalers; those that cannot work first, then those at their maximum. */
export function HpaStatusCard() {
  const { t } = useTranslationRef(fleetTranslationRef);
  const { onlyTroubled } = useCardConfig(onlyTroubledConfig);
  const { view, window } = useTableView(autoscalersView, { onlyTroubled });
  const columns = useMemo(() => autoscalerColumns(t), [t]);
  return (
    <ViewCard
      view={view}
      empty={
        onlyTroubled
          ? { title: t('autoscalers.noneTroubled'), good: true }
          : { title: t('autoscalers.none'), text: t('autoscalers.noneText') }
      }
    >
      {({ rows, total, summary }) => (
        <CardStack
          above={
            <StatusTotals
              label={t('autoscalers.totals')}
              totals={totals.map(({ id, word, tone }) => ({
                id,
                tone,
                value: summary?.[id],
                word: t(`autoscalers.${word}`),
              }))}
            />
          }
        >
          <FleetTable
            label={t('autoscalers.title')}
            columns={columns}
            rows={rows}
            rowKey={autoscalersView.key}
            total={total}
            window={window}
          />
        </CardStack>
      )}
    </ViewCard>
  );
}
