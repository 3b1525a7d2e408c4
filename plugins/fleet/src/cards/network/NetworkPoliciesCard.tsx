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
  namespaceIsolationView,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  FleetTable,
  useCardConfig,
  useFleetScope,
  useView,
  ViewCard,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { useMemo } from 'react';
import { fleetTranslationRef } from '../../translation';
import { CardStack } from '../CardStack';
import { StatusTotals } from '../StatusTotals';
import { IsolationBars } from './IsolationBars';
import { isolationColumns } from './isolationColumns';
import { isolationConfig } from './isolationConfig';

/** The card is for a look, open namespaces first. */
const MOST_ROWS = 100;

/** Which namespaces network policies isolate, and which have none. */
export function NetworkPoliciesCard() {
  const { t } = useTranslationRef(fleetTranslationRef);
  const { onlyTroubled, hideSystem, clusters } = useCardConfig(isolationConfig);
  const view = useView(namespaceIsolationView, {
    hideSystem,
    onlyOpen: onlyTroubled,
  });
  const columns = useMemo(() => isolationColumns(t), [t]);
  const oneCluster = useFleetScope()?.clusters?.length === 1;
  return (
    <ViewCard
      view={view}
      empty={
        onlyTroubled
          ? { title: t('isolation.noneOpen'), good: true }
          : { title: t('isolation.none'), text: t('isolation.noneText') }
      }
      footer={
        view.total > MOST_ROWS && (
          <span>
            {t('isolation.shown', {
              shown: formatCount(MOST_ROWS),
              total: formatCount(view.total),
            })}
          </span>
        )
      }
    >
      {({ rows, summary }) => (
        <CardStack
          above={
            <>
              <StatusTotals
                label={t('isolation.totals')}
                totals={[
                  {
                    id: 'open',
                    tone: 'warning',
                    value: summary?.open,
                    word: t('isolation.open'),
                  },
                  {
                    id: 'ingress',
                    tone: 'healthy',
                    value: summary?.ingress,
                    word: t('isolation.ingressTotal'),
                  },
                  {
                    id: 'egress',
                    tone: 'healthy',
                    value: summary?.egress,
                    word: t('isolation.egressTotal'),
                  },
                ]}
              />
              {summary && !oneCluster && (
                <IsolationBars clusters={summary.clusters} most={clusters} />
              )}
            </>
          }
        >
          <FleetTable
            label={t('isolation.title')}
            columns={columns}
            rows={rows}
            rowKey={namespaceIsolationView.key}
            mostRows={MOST_ROWS}
          />
        </CardStack>
      )}
    </ViewCard>
  );
}
