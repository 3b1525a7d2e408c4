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
  servicesView,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  FleetTable,
  useCardConfig,
  useTableView,
  ViewCard,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { useMemo } from 'react';
import { fleetTranslationRef } from '../../translation';
import { CardFigures } from '../CardFigures';
import { CardStack } from '../CardStack';
import { onlyTroubledConfig } from '../onlyTroubled';
import { StatusTotals } from '../StatusTotals';
import { serviceColumns } from './serviceColumns';

const types = [
  'clusterIps',
  'nodePorts',
  'loadBalancers',
  'externalNames',
] as const;

/** Services by type; those without an address or a selector first. */
export function ServiceStatusCard() {
  const { t } = useTranslationRef(fleetTranslationRef);
  const { onlyTroubled } = useCardConfig(onlyTroubledConfig);
  const { view, window } = useTableView(servicesView, {
    onlyMarked: onlyTroubled,
  });
  const columns = useMemo(() => serviceColumns(t), [t]);
  return (
    <ViewCard
      view={view}
      empty={
        onlyTroubled
          ? { title: t('services.noneMarked'), good: true }
          : { title: t('services.none'), text: t('services.noneText') }
      }
    >
      {({ rows, total, summary }) => (
        <CardStack
          above={
            <>
              <CardFigures
                label={t('services.totals')}
                figures={types.map(id => ({
                  id,
                  name: t(`network.${id}`),
                  value: formatCount(summary?.[id]),
                }))}
              />
              <StatusTotals
                label={t('network.trouble')}
                totals={[
                  {
                    id: 'withoutAddress',
                    tone: 'warning',
                    value: summary?.withoutAddress,
                    word: t('network.withoutAddress'),
                    title: t('services.noAddressHint'),
                  },
                  {
                    id: 'withoutSelector',
                    tone: 'unknown',
                    value: summary?.withoutSelector,
                    word: t('network.withoutSelector'),
                    title: t('services.noSelectorHint'),
                  },
                ]}
              />
            </>
          }
        >
          <FleetTable
            label={t('services.title')}
            columns={columns}
            rows={rows}
            rowKey={servicesView.key}
            total={total}
            window={window}
          />
        </CardStack>
      )}
    </ViewCard>
  );
}
