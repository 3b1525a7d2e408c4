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
  CapacityRow,
  ClusterHealthRow,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  FleetTable,
  FleetTableColumn,
  TableWindow,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { useMemo } from 'react';
import {
  capacityMeasures,
  formatShare,
  shareOf,
} from '../cards/capacityMeasures';
import { clusterHealthColumns } from '../cards/clusterHealthColumns';
import { isLastKnown, visibleFacts } from '../cards/clusterHealthOrder';
import { fleetTranslationRef } from '../translation';
import { ClusterListQuery, ClusterSort } from './clusterList';
import styles from './ClusterTable.module.css';

const sortOfColumn: Record<string, ClusterSort> = {
  state: 'trouble',
  cluster: 'name',
  version: 'version',
  nodes: 'nodes',
  pods: 'pods',
  problems: 'problems',
  contact: 'contact',
};

/** Clusters as a table, ordered by its heads. */
export function ClusterTable(props: {
  rows: readonly ClusterHealthRow[];
  capacities: ReadonlyMap<string, CapacityRow>;
  label: string;
  query: ClusterListQuery;
  connected: boolean;
  onChange: (change: Partial<ClusterListQuery>) => void;
}) {
  const { rows, capacities, label, query, connected, onChange } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  const columns = useMemo<FleetTableColumn<ClusterHealthRow>[]>(() => {
    const shares = capacityMeasures
      .filter(it => it.id === 'cpu' || it.id === 'memory')
      .map<FleetTableColumn<ClusterHealthRow>>(measure => ({
        id: measure.id,
        header: t(`measure.${measure.id}`),
        width: '72px',
        align: 'end',
        shownFrom: 'wide',
        render: row => {
          const figures = capacities.get(row.cluster);
          const share =
            figures &&
            shareOf(measure.requested(figures), measure.allocatable(figures));
          return (
            <span
              title={
                share === undefined
                  ? undefined
                  : t('clusters.requested', {
                      share: formatShare(share),
                      what: t(`measure.${measure.id}`),
                    })
              }
            >
              {formatShare(share)}
            </span>
          );
        },
      }));
    const health = clusterHealthColumns(t, connected).map(column => ({
      ...column,
      sort: sortOfColumn[column.id],
      descendingFirst: ['nodes', 'pods', 'problems'].includes(column.id),
    }));
    return [...health.slice(0, -1), ...shares, ...health.slice(-1)];
  }, [t, connected, capacities]);
  const window = useMemo<TableWindow>(
    () => ({
      window: {
        limit: rows.length,
        sort: query.sort,
        descending: query.descending,
      },
      sort: { by: query.sort, descending: query.descending },
      toggleSort: (by, descendingFirst = false) =>
        onChange({
          sort: by as ClusterSort,
          descending: query.sort === by ? !query.descending : descendingFirst,
        }),
      showMore: () => {},
    }),
    [rows.length, query.sort, query.descending, onChange],
  );
  return (
    <div className={styles.table}>
      <FleetTable
        label={label}
        columns={columns}
        rows={rows}
        rowKey={row => row.cluster}
        window={window}
        isDim={isLastKnown}
        glowBy={visibleFacts}
      />
    </div>
  );
}
