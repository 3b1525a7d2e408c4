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
import { Switch } from '@backstage/ui';
import {
  formatCount,
  NamespaceOverviewRow,
  namespacesView,
  ViewParams,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  useGridQuery,
  useListRows,
  useView,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { useCallback, useMemo } from 'react';
import { pageFilterNames } from '../../filters/PageFilters';
import { fleetTranslationRef } from '../../translation';
import { namespaceAddress, namespaceColumns } from './namespaceColumns';
import { isTroubled, matchesSearch, namespaceOrder } from './namespaceOrder';
import { ObjectTable } from './ObjectTable';
import { ScopedTableProps } from './tableScope';

const FILTERS = ['troubled', 'system', ...pageFilterNames] as const;

/** Properties of {@link NamespacesTable}. */
export interface NamespacesTableProps extends ScopedTableProps {
  params?: ViewParams<typeof namespacesView>;
}

/** What a row glows for: not for pods that come and go. */
const glowBy = (row: NamespaceOverviewRow) =>
  `${row.phase} ${row.podErrors} ${row.podWarnings} ${row.owner}`;

/** Namespaces, troubled first. */
export function NamespacesTable(props: NamespacesTableProps) {
  const { scope, params, label } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  const query = useGridQuery(FILTERS);
  const { search, sort } = query;
  const { troubled, system } = query.filters;
  const view = useView(
    namespacesView,
    { ...params, ...(system === 'hidden' && { hideSystem: true }) },
    { scope },
  );
  const filter = useCallback(
    (row: NamespaceOverviewRow) =>
      (troubled !== 'yes' || isTroubled(row)) &&
      (search === '' || matchesSearch(row, search)),
    [troubled, search],
  );
  const compare = useMemo(() => namespaceOrder(sort), [sort]);
  const rows = useListRows(view, {
    rowKey: namespacesView.key,
    filter,
    compare,
  });
  const columns = useMemo(() => namespaceColumns(t, scope), [t, scope]);
  const { summary } = view;
  return (
    <ObjectTable
      label={label ?? t('namespacesTable.title')}
      searchLabel={t('namespacesTable.search')}
      counted={count =>
        t('namespacesTable.counted', {
          count,
          total: count.toLocaleString('en-US'),
        })
      }
      columns={columns}
      rows={rows}
      query={query}
      rowKey={namespacesView.key}
      addressOf={namespaceAddress}
      glowBy={glowBy}
      maxHeight={props.maxHeight}
      filters={
        <>
          <Switch
            label={t('table.onlyTroubled')}
            isSelected={troubled === 'yes'}
            onChange={on => query.setFilter('troubled', on ? 'yes' : undefined)}
          />
          <Switch
            label={t('table.hideSystem')}
            isSelected={system === 'hidden'}
            onChange={on =>
              query.setFilter('system', on ? 'hidden' : undefined)
            }
          />
        </>
      }
      figures={[
        {
          id: 'troubled',
          tone: 'warning',
          count: summary?.troubled,
          text: t('namespacesTable.troubled', {
            amount: formatCount(summary?.troubled),
          }),
        },
        {
          id: 'terminating',
          tone: 'progress',
          count: summary?.terminating,
          text: t('namespacesTable.terminating', {
            amount: formatCount(summary?.terminating),
          }),
        },
      ]}
      empty={{
        title: t('namespacesTable.none'),
        text: t('namespacesTable.noneText'),
      }}
    />
  );
}
