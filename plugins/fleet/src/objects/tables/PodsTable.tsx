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
  podIssuesView,
  PodRow,
  podsView,
  podSummarySchema,
  ViewParams,
  ViewRef,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  useGridQuery,
  useGridRows,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { useMemo } from 'react';
import { z } from 'zod';
import { pageFilterNames } from '../../filters/PageFilters';
import { fleetTranslationRef } from '../../translation';
import { FilterSelect } from './FilterSelect';
import { FilterText } from './FilterText';
import { ObjectTable } from './ObjectTable';
import { podAddress, podColumns } from './podColumns';
import { severityFigures } from './severityFigures';
import { ScopedTableProps, scopeWithin, selectorProblem } from './tableScope';

const FILTERS = [
  'phase',
  'namespace',
  'selector',
  'troubled',
  ...pageFilterNames,
] as const;
const PHASES = ['Pending', 'Running', 'Succeeded', 'Failed', 'Unknown'];
const phaseOptions = PHASES.map(value => ({ value, label: value }));

type AnyPodsView = ViewRef<PodRow, z.infer<typeof podSummarySchema>>;

/** Properties of {@link PodsTable}. */
export interface PodsTableProps extends ScopedTableProps {
  /** The pods of a node, of a workload, … */
  params?: ViewParams<typeof podsView>;
}

/** Pods of any number. */
export function PodsTable(props: PodsTableProps) {
  const { scope, params, label } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  const query = useGridQuery(FILTERS);
  const { phase, namespace, selector, troubled } = query.filters;
  const wrongSelector = selectorProblem(selector);
  // The view of troubled pods knows neither nodes nor workloads.
  const mayNarrow = params === undefined && !phase && !selector;
  const onlyTroubled = mayNarrow && troubled === 'yes';
  const rows = useGridRows(
    (onlyTroubled ? podIssuesView : podsView) as AnyPodsView,
    onlyTroubled
      ? {}
      : {
          ...params,
          phase,
          selector: wrongSelector ? undefined : selector,
        },
    {
      scope: scopeWithin(scope, namespace),
      sort: query.sort,
      search: query.search,
    },
  );
  const hidesNode = params?.node !== undefined;
  const hidesWorkload = params?.workload !== undefined;
  const columns = useMemo(
    () => podColumns(t, scope, { node: hidesNode, workload: hidesWorkload }),
    [t, scope, hidesNode, hidesWorkload],
  );
  return (
    <ObjectTable
      label={label ?? t('podsTable.title')}
      searchLabel={t('podsTable.search')}
      counted={count =>
        t('podsTable.counted', {
          count,
          total: count.toLocaleString('en-US'),
        })
      }
      columns={columns}
      rows={rows}
      query={query}
      rowKey={podsView.key}
      addressOf={podAddress}
      maxHeight={props.maxHeight}
      filters={
        <>
          <FilterSelect
            label={t('table.phase')}
            any={t('table.anyPhase')}
            options={phaseOptions}
            value={phase}
            onChange={value => query.setFilter('phase', value)}
          />
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
          {mayNarrow && (
            <Switch
              label={t('table.onlyTroubled')}
              isSelected={onlyTroubled}
              onChange={on =>
                query.setFilter('troubled', on ? 'yes' : undefined)
              }
            />
          )}
        </>
      }
      problem={
        wrongSelector && t('table.selectorWrong', { reason: wrongSelector })
      }
      figures={severityFigures(t, rows.view.summary)}
      empty={{ title: t('podsTable.none'), text: t('podsTable.noneText') }}
    />
  );
}
