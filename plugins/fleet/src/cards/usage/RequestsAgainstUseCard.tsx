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
  clusterRequestsView,
  formatCount,
  namespaceRequestsView,
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
import { requestColumns, RequestTableRow } from './requestColumns';
import { byGap, requestGap } from './requestGap';
import { requestsConfig } from './requestsConfig';
import { RequestTotals } from './RequestTotals';

/** The card is for a look: what differs most. */
const MOST_ROWS = 100;

/** What pods ask for against what they use, the largest differences first. */
export function RequestsAgainstUseCard() {
  const { t } = useTranslationRef(fleetTranslationRef);
  const { by, resource, over } = useCardConfig(requestsConfig);
  const ref = by === 'cluster' ? clusterRequestsView : namespaceRequestsView;
  const view = useView(ref);
  const { summary } = view;
  const rows = useMemo<RequestTableRow[]>(
    () =>
      view.rows
        .map(row => ({ ...row, ...requestGap(row, resource, over) }))
        .sort(byGap),
    [view.rows, resource, over],
  );
  const most = Math.max(
    ...rows
      .slice(0, MOST_ROWS)
      .map(row => Math.max(row.requested ?? 0, row.used ?? 0)),
    0,
  );
  const columns = useMemo(
    () => requestColumns(t, { by, resource, most }),
    [t, by, resource, most],
  );
  const unmeasured = summary ? summary.clusters - summary.usedClusters : 0;
  return (
    <ViewCard
      view={view}
      permission={by === 'cluster' ? 'fleet.cluster.read' : undefined}
      empty={{ title: t('requests.none'), text: t('requests.noneText') }}
      footer={
        (unmeasured > 0 || rows.length > MOST_ROWS) && (
          <span>
            {unmeasured > 0 &&
              t('requests.measured', {
                known: String(summary?.usedClusters),
                clusters: String(summary?.clusters),
              })}{' '}
            {rows.length > MOST_ROWS &&
              t('requests.more', {
                shown: String(MOST_ROWS),
                total: formatCount(rows.length),
              })}
          </span>
        )
      }
    >
      {() => (
        <CardStack above={summary && <RequestTotals figures={summary} />}>
          <FleetTable
            label={t('requests.title')}
            columns={columns}
            rows={rows}
            rowKey={ref.key}
            glowBy={row => row.verdict}
            mostRows={MOST_ROWS}
          />
        </CardStack>
      )}
    </ViewCard>
  );
}
