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
  formatBytes,
  formatCount,
  storageOverviewView,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  FleetTable,
  useCardConfig,
  useView,
  ViewCard,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { useMemo } from 'react';
import { fleetTranslationRef } from '../../translation';
import { CardFigures } from '../CardFigures';
import { CardStack } from '../CardStack';
import { StatusTotals } from '../StatusTotals';
import { ClassBars } from './ClassBars';
import { storageClassColumns } from './storageClassColumns';
import { storageOverviewConfig } from './storageOverviewConfig';

/** What claims ask for and volumes provide: in all, by class and state, and of each class of each cluster. */
export function StorageOverviewCard() {
  const { t } = useTranslationRef(fleetTranslationRef);
  const { classes } = useCardConfig(storageOverviewConfig);
  const view = useView(storageOverviewView);
  const columns = useMemo(() => storageClassColumns(t), [t]);
  return (
    <ViewCard
      view={view}
      hideCount
      empty={{ title: t('storage.none'), text: t('storage.noneText') }}
    >
      {({ rows, summary }) => (
        <CardStack
          above={
            <>
              <CardFigures
                label={t('storage.figures')}
                figures={[
                  {
                    id: 'requested',
                    name: t('storage.requested'),
                    value: formatBytes(summary?.requested),
                    detail: t('storage.claimCount', {
                      claims: formatCount(summary?.claims),
                    }),
                  },
                  {
                    id: 'provisioned',
                    name: t('storage.provisioned'),
                    value: formatBytes(summary?.provisioned),
                    detail: t('storage.volumes', {
                      volumes: formatCount(summary?.volumes),
                    }),
                  },
                  {
                    id: 'unclaimed',
                    name: t('storage.unclaimed'),
                    value: formatBytes(summary?.unclaimed),
                    detail: t('storage.unclaimedHint'),
                  },
                ]}
              />
              <StatusTotals
                label={t('storage.totals')}
                totals={(
                  [
                    ['lost', 'error'],
                    ['pending', 'warning'],
                    ['bound', 'healthy'],
                  ] as const
                ).map(([id, tone]) => ({
                  id,
                  tone,
                  value: summary?.[id],
                  word: t(`storage.${id}`),
                }))}
              />
              <ClassBars rows={rows} most={classes} />
            </>
          }
        >
          <FleetTable
            label={t('storage.classes')}
            columns={columns}
            rows={rows}
            rowKey={storageOverviewView.key}
          />
        </CardStack>
      )}
    </ViewCard>
  );
}
