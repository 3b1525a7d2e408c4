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
import { Button } from '@backstage/ui';
import {
  kubectlGet,
  ObjectAddress,
  objectPath,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  CoverageNotice,
  FleetGrid,
  FleetTableColumn,
  Freshness,
  GridQuery,
  GridRows,
  hasCoverageNotice,
  RowAction,
  useFleetPath,
  ViewContent,
  ViewContentEmpty,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { ReactNode, useCallback } from 'react';
import { useNavigate } from 'react-router-dom';
import { fleetTranslationRef } from '../../translation';
import { Figure, Figures } from './Figures';
import styles from './ObjectTable.module.css';
import { SearchBox } from './SearchBox';

// What stands above a table and below it, on a page that has nothing else.
const PAGE_HEIGHT = 'max(320px, calc(100vh - 236px))';

/** Properties of {@link ObjectTable}. */
export interface ObjectTableProps<TRow extends object> {
  label: string;
  searchLabel: string;
  /** `1,234 pods` */
  counted: (total: number) => string;
  columns: readonly FleetTableColumn<TRow>[];
  rows: GridRows<TRow, any>;
  query: GridQuery<any>;
  rowKey: (row: TRow) => string;
  /** The object of a row, of which the menu copies the name and opens the page. Keep it the same between renders. */
  addressOf: (row: TRow) => ObjectAddress | undefined;
  /** What else the menu of a row offers. Keep it the same between renders. */
  actionsOf?: (row: TRow) => readonly RowAction[];
  glowBy?: (row: TRow) => unknown;
  filters?: ReactNode;
  /** What is wrong with the filters. */
  problem?: string;
  figures: readonly Figure[];
  empty: ViewContentEmpty;
  permission?: string;
  maxHeight?: string;
}

const nameless = '–';

/** A grid of objects with its search, filters, counts and coverage. */
export function ObjectTable<TRow extends object>(
  props: ObjectTableProps<TRow>,
) {
  const { label, rows, query, columns, addressOf, actionsOf } = props;
  const { filters, problem, figures, empty, maxHeight = PAGE_HEIGHT } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  const navigate = useNavigate();
  const path = useFleetPath();
  const { view, total } = rows;
  const { coverage, asOf, status } = view;

  const open = useCallback(
    (row: TRow) => {
      const address = addressOf(row);
      if (address) navigate(path(objectPath(address)));
    },
    [addressOf, navigate, path],
  );
  const rowActions = useCallback(
    (row: TRow): RowAction[] => {
      const address = addressOf(row);
      if (!address) return [];
      const copy = (text: string) => () => navigator.clipboard?.writeText(text);
      return [
        { id: 'open', label: t('table.open'), onAction: () => open(row) },
        ...(actionsOf?.(row) ?? []),
        {
          id: 'copy-name',
          label: t('table.copyName'),
          onAction: copy(address.name),
        },
        {
          id: 'copy-kubectl',
          label: t('table.copyKubectl'),
          onAction: copy(kubectlGet(address)),
        },
      ];
    },
    [addressOf, actionsOf, open, t],
  );

  // The rows are in the browser or on the server; that there are some is all that the content needs to know.
  const content = { ...view, rows: total > 0 ? view.rows : [] };
  const clockOffset =
    asOf !== undefined && coverage?.asOf !== undefined
      ? asOf - coverage.asOf
      : 0;
  return (
    <section aria-label={label} className={styles.table}>
      <div className={styles.toolbar}>
        <SearchBox
          label={props.searchLabel}
          value={query.search}
          onChange={query.setSearch}
        />
        {filters}
        <span className={styles.figures} role="status">
          {status === 'ready' && (
            <>
              <span className={styles.count}>{props.counted(total)}</span>
              <Figures figures={figures} />
            </>
          )}
        </span>
        {asOf !== undefined && status !== 'denied' && (
          <Freshness
            asOf={asOf}
            transport={view.transport}
            refreshing={view.refreshing}
          />
        )}
      </div>
      {problem && (
        <div role="alert" className={styles.problem}>
          {problem}
        </div>
      )}
      <div className={styles.body}>
        <ViewContent
          view={content}
          permission={props.permission}
          empty={
            query.narrowed
              ? {
                  title: t('table.noMatch'),
                  text: (
                    <>
                      <p>{t('table.noMatchText')}</p>
                      <Button
                        size="small"
                        variant="secondary"
                        onPress={query.clear}
                      >
                        {t('table.clear')}
                      </Button>
                    </>
                  ),
                }
              : empty
          }
        >
          {() => (
            <FleetGrid
              label={label}
              columns={columns}
              rows={rows}
              rowKey={props.rowKey}
              rowName={row => addressOf(row)?.name ?? nameless}
              sort={query.sort}
              onSort={query.toggleSort}
              onOpen={open}
              rowActions={rowActions}
              glowBy={props.glowBy}
              maxHeight={maxHeight}
            />
          )}
        </ViewContent>
      </div>
      {status !== 'denied' && hasCoverageNotice(coverage) && (
        <div className={styles.footer}>
          <CoverageNotice coverage={coverage!} clockOffset={clockOffset} />
        </div>
      )}
    </section>
  );
}
