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
import { claimsView } from '@quarterdeck/backstage-plugin-fleet-common';
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
import { claimColumns } from './claimColumns';

/** PersistentVolumeClaims; lost and pending ones first. */
export function PvcStatusCard() {
  const { t } = useTranslationRef(fleetTranslationRef);
  const { onlyTroubled } = useCardConfig(onlyTroubledConfig);
  const { view, window } = useTableView(claimsView, { onlyTroubled });
  const columns = useMemo(() => claimColumns(t), [t]);
  return (
    <ViewCard
      view={view}
      empty={
        onlyTroubled
          ? { title: t('claims.noneTroubled'), good: true }
          : { title: t('claims.none'), text: t('claims.noneText') }
      }
    >
      {({ rows, total, summary }) => (
        <CardStack
          above={
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
          }
        >
          <FleetTable
            label={t('claims.title')}
            columns={columns}
            rows={rows}
            rowKey={claimsView.key}
            total={total}
            window={window}
          />
        </CardStack>
      )}
    </ViewCard>
  );
}
