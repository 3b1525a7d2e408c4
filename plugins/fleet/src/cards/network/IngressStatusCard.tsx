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
import { ingressesView } from '@quarterdeck/backstage-plugin-fleet-common';
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
import { ingressColumns } from './ingressColumns';

/** Hosts that the clusters answer to, those without an address first. */
export function IngressStatusCard() {
  const { t } = useTranslationRef(fleetTranslationRef);
  const { onlyTroubled } = useCardConfig(onlyTroubledConfig);
  const { view, window } = useTableView(ingressesView, { onlyTroubled });
  const columns = useMemo(() => ingressColumns(t), [t]);
  return (
    <ViewCard
      view={view}
      empty={
        onlyTroubled
          ? { title: t('ingresses.noneTroubled'), good: true }
          : { title: t('ingresses.none'), text: t('ingresses.noneText') }
      }
    >
      {({ rows, total, summary }) => (
        <CardStack
          above={
            <StatusTotals
              label={t('ingresses.totals')}
              totals={[
                {
                  id: 'withoutAddress',
                  tone: 'warning',
                  value: summary?.withoutAddress,
                  word: t('network.withoutAddress'),
                },
                {
                  id: 'withAddress',
                  tone: 'healthy',
                  value: summary?.withAddress,
                  word: t('ingresses.withAddress'),
                },
                {
                  id: 'withoutTls',
                  tone: 'unknown',
                  value: summary?.withoutTls,
                  word: t('network.withoutTls'),
                },
              ]}
            />
          }
        >
          <FleetTable
            label={t('ingresses.title')}
            columns={columns}
            rows={rows}
            rowKey={ingressesView.key}
            total={total}
            window={window}
          />
        </CardStack>
      )}
    </ViewCard>
  );
}
