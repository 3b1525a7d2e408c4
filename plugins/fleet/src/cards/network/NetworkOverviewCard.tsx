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
  formatCount,
  networkOverviewView,
  ViewRow,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  FleetTable,
  useView,
  ViewCard,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { useMemo } from 'react';
import { fleetTranslationRef } from '../../translation';
import { CardFigures } from '../CardFigures';
import { CardStack } from '../CardStack';
import { StatusTotals } from '../StatusTotals';
import { networkColumns, unreached } from './networkColumns';

type NetworkRow = ViewRow<typeof networkOverviewView>;

const figures = ['services', 'loadBalancers', 'ingresses', 'policies'] as const;

const troubles = [
  { id: 'servicesWithoutAddress', tone: 'warning' },
  { id: 'ingressesWithoutAddress', tone: 'warning' },
  { id: 'servicesWithoutSelector', tone: 'unknown' },
  { id: 'ingressesWithoutTls', tone: 'unknown' },
] as const;

function byTrouble(a: NetworkRow, b: NetworkRow): number {
  return (
    (unreached(b) ?? 0) - (unreached(a) ?? 0) || (a.title < b.title ? -1 : 1)
  );
}

/** Services, ingresses and network policies in numbers, and which of them nobody reaches. */
export function NetworkOverviewCard() {
  const { t } = useTranslationRef(fleetTranslationRef);
  const view = useView(networkOverviewView);
  const columns = useMemo(() => networkColumns(t), [t]);
  const rows = useMemo(() => [...view.rows].sort(byTrouble), [view.rows]);
  return (
    <ViewCard
      view={view}
      hideCount
      empty={{ title: t('network.none'), text: t('network.noneText') }}
    >
      {({ summary }) => (
        <CardStack
          above={
            <>
              <CardFigures
                label={t('network.figures')}
                figures={figures.map(id => ({
                  id,
                  name: t(`network.${id}`),
                  value: formatCount(summary?.[id]),
                }))}
              />
              <StatusTotals
                label={t('network.trouble')}
                totals={troubles.map(({ id, tone }) => {
                  const value = summary?.[id];
                  return {
                    id,
                    tone,
                    value,
                    word: t(`network.${id}`, { count: value ?? 0 }),
                  };
                })}
              />
            </>
          }
        >
          <FleetTable
            label={t('network.byCluster')}
            columns={columns}
            rows={rows}
            rowKey={networkOverviewView.key}
          />
        </CardStack>
      )}
    </ViewCard>
  );
}
