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
  podPhasesView,
  ViewRow,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  FleetTable,
  useCardConfig,
  useView,
  ViewCard,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { useMemo } from 'react';
import { fleetTranslationRef } from '../../translation';
import { CardStack } from '../CardStack';
import { StatusTotals } from '../StatusTotals';
import { phaseColumns, reasonColumns } from './podPhaseColumns';
import { notUp, podPhases, reasonRows } from './podPhases';
import { podPhasesConfig } from './podPhasesConfig';

type PhaseRow = ViewRow<typeof podPhasesView>;

function byTrouble(a: PhaseRow, b: PhaseRow): number {
  return notUp(b) - notUp(a) || (a.title < b.title ? -1 : 1);
}

/** How many pods are in which phase, and why those that are not up are not. */
export function PodPhasesCard() {
  const { t } = useTranslationRef(fleetTranslationRef);
  const { by } = useCardConfig(podPhasesConfig);
  const view = useView(podPhasesView);
  const { rows, summary } = view;
  const clusters = useMemo(() => [...rows].sort(byTrouble), [rows]);
  const reasons = useMemo(() => reasonRows(rows), [rows]);
  const ofClusters = useMemo(() => phaseColumns(t), [t]);
  const most = Math.max(1, ...reasons.map(it => it.pods));
  const ofReasons = useMemo(() => reasonColumns(t, most), [t, most]);
  return (
    <ViewCard
      view={view}
      hideCount
      empty={{ title: t('podPhases.none'), text: t('podPhases.noneText') }}
    >
      {() => (
        <CardStack
          above={
            <StatusTotals
              label={t('podPhases.totals')}
              totals={podPhases.map(({ id, tone }) => ({
                id,
                tone,
                value: summary?.[id],
                word: t(`podPhases.${id}`),
              }))}
            />
          }
        >
          {by === 'cluster' ? (
            <FleetTable
              label={t('podPhases.title')}
              columns={ofClusters}
              rows={clusters}
              rowKey={podPhasesView.key}
            />
          ) : (
            <FleetTable
              label={t('podPhases.reasons')}
              columns={ofReasons}
              rows={reasons}
              rowKey={row => row.reason}
              glowBy={row => row.pods}
            />
          )}
        </CardStack>
      )}
    </ViewCard>
  );
}
