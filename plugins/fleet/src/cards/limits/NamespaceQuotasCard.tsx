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
import { quotaUsageView } from '@quarterdeck/backstage-plugin-fleet-common';
import {
  FleetTable,
  useCardConfig,
  useTableView,
  ViewCard,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { useMemo } from 'react';
import { fleetTranslationRef } from '../../translation';
import { CardStack } from '../CardStack';
import { StatusTotals } from '../StatusTotals';
import { quotaColumns } from './quotaColumns';
import { quotaConfig } from './quotaConfig';

/** How full each quota is, the fullest first. */
export function NamespaceQuotasCard() {
  const { t } = useTranslationRef(fleetTranslationRef);
  const { warning, critical, onlyTroubled } = useCardConfig(quotaConfig);
  const thresholds = useMemo(
    () => ({ warning: warning / 100, critical: critical / 100 }),
    [warning, critical],
  );
  const { view, window } = useTableView(quotaUsageView, {
    ...thresholds,
    onlyNearlyFull: onlyTroubled,
  });
  const columns = useMemo(() => quotaColumns(t, thresholds), [t, thresholds]);
  return (
    <ViewCard
      view={view}
      empty={
        onlyTroubled
          ? { title: t('quotaUse.noneNear'), good: true }
          : { title: t('quotaUse.none'), text: t('quotaUse.noneText') }
      }
    >
      {({ rows, total, summary }) => (
        <CardStack
          above={
            <StatusTotals
              label={t('quotaUse.totals')}
              totals={[
                {
                  id: 'critical',
                  tone: 'error',
                  value: summary?.critical,
                  word: t('quotaUse.critical', { percent: String(critical) }),
                },
                {
                  id: 'warning',
                  tone: 'warning',
                  value: summary?.warning,
                  word: t('quotaUse.warning', { percent: String(warning) }),
                },
                {
                  id: 'below',
                  tone: 'healthy',
                  value: summary?.below,
                  word: t('quotaUse.below'),
                },
                {
                  id: 'unknown',
                  tone: 'unknown',
                  value: summary?.unknown,
                  word: t('quotaUse.uncounted'),
                },
              ]}
            />
          }
        >
          <FleetTable
            label={t('quotaUse.title')}
            columns={columns}
            rows={rows}
            rowKey={quotaUsageView.key}
            total={total}
            window={window}
          />
        </CardStack>
      )}
    </ViewCard>
  );
}
