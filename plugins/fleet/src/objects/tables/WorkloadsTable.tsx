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
  scaleWorkloadAction,
  ViewParams,
  WorkloadKind,
  workloadKindSchema,
  WorkloadRow,
  workloadsView,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  RowAction,
  useActionAllowed,
  useGridQuery,
  useGridRows,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { useCallback, useMemo, useState } from 'react';
import { ScaleDialog } from '../../scale/ScaleDialog';
import { pageFilterNames } from '../../filters/PageFilters';
import { fleetTranslationRef } from '../../translation';
import { FilterSelect } from './FilterSelect';
import { FilterText } from './FilterText';
import { ObjectTable } from './ObjectTable';
import { severityFigures } from './severityFigures';
import { ScopedTableProps, scopeWithin, selectorProblem } from './tableScope';
import { workloadAddress, workloadColumns } from './workloadColumns';

const FILTERS = [
  'kind',
  'namespace',
  'selector',
  'troubled',
  ...pageFilterNames,
] as const;
const kindOptions = workloadKindSchema.options.map(value => ({
  value,
  label: value,
}));

/** Properties of {@link WorkloadsTable}. */
export interface WorkloadsTableProps extends ScopedTableProps {
  params?: ViewParams<typeof workloadsView>;
}

/** Workloads of all kinds, of any number. */
export function WorkloadsTable(props: WorkloadsTableProps) {
  const { scope, params, label } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  const query = useGridQuery(FILTERS);
  const { kind, namespace, selector, troubled } = query.filters;
  const wrongSelector = selectorProblem(selector);
  const oneKind = workloadKindSchema.safeParse(kind);
  const rows = useGridRows(
    workloadsView,
    {
      ...params,
      ...(oneKind.success && { kinds: [oneKind.data] }),
      ...(selector && !wrongSelector && { selector }),
      ...(troubled === 'yes' && { onlyTroubled: true }),
    },
    {
      scope: scopeWithin(scope, namespace),
      sort: query.sort,
      search: query.search,
    },
  );
  const columns = useMemo(() => workloadColumns(t, scope), [t, scope]);
  const [scaling, setScaling] = useState<WorkloadRow>();
  const { disabledReason } = useActionAllowed(scaleWorkloadAction);
  const actionsOf = useCallback(
    (row: WorkloadRow): RowAction[] =>
      row.kind === 'Deployment'
        ? [
            {
              id: 'scale',
              label: t('scale.action'),
              onAction: () => setScaling(row),
              disabledReason,
            },
          ]
        : [],
    [t, disabledReason],
  );
  return (
    <>
      <ObjectTable
        label={label ?? t('workloadsTable.title')}
        searchLabel={t('workloadsTable.search')}
        counted={count =>
          t('workloadsTable.counted', {
            count,
            total: count.toLocaleString('en-US'),
          })
        }
        columns={columns}
        rows={rows}
        query={query}
        rowKey={workloadsView.key}
        addressOf={workloadAddress}
        actionsOf={actionsOf}
        maxHeight={props.maxHeight}
        filters={
          <>
            {!params?.kinds && (
              <FilterSelect<WorkloadKind>
                label={t('table.kind')}
                any={t('table.anyKind')}
                options={kindOptions}
                value={kind}
                onChange={value => query.setFilter('kind', value)}
              />
            )}
            {!scope?.namespaces && (
              <FilterText
                label={t('table.namespaceFilter')}
                value={namespace}
                onChange={value => query.setFilter('namespace', value)}
              />
            )}
            <FilterText
              label={t('table.selectorFilter')}
              value={selector}
              invalid={wrongSelector !== undefined}
              onChange={value => query.setFilter('selector', value)}
            />
            <Switch
              label={t('table.onlyTroubled')}
              isSelected={troubled === 'yes'}
              onChange={on =>
                query.setFilter('troubled', on ? 'yes' : undefined)
              }
            />
          </>
        }
        problem={
          wrongSelector && t('table.selectorWrong', { reason: wrongSelector })
        }
        figures={severityFigures(t, rows.view.summary)}
        empty={{
          title: t('workloadsTable.none'),
          text: t('workloadsTable.noneText'),
        }}
      />
      {scaling && (
        <ScaleDialog
          deployment={scaling}
          onClose={() => setScaling(undefined)}
        />
      )}
    </>
  );
}
