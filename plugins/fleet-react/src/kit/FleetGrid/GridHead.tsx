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
import { fleetReactTranslationRef } from '../../translation';
import { FleetTableColumn } from '../FleetTable/FleetTableColumn';
import styles from './FleetGrid.module.css';
import { GridCell } from './useGridFocus';

/** The head of a grid; columns that the view can sort by are pressed to sort. */
export function GridHead<TRow>(props: {
  columns: readonly FleetTableColumn<TRow>[];
  active: GridCell;
  withActions: boolean;
  sort?: { by: string; descending: boolean };
  onSort?: (by: string, descendingFirst?: boolean) => void;
}) {
  const { columns, active, withActions, sort, onSort } = props;
  const { t } = useTranslationRef(fleetReactTranslationRef);
  const tabIndex = (column: number) =>
    active.row === -1 && active.column === column ? 0 : -1;
  return (
    <div role="rowgroup" className={styles.head}>
      <div role="row" aria-rowindex={1} className={styles.row}>
        {columns.map((column, at) => {
          const by = onSort && column.sort;
          const sorted = by !== undefined && sort?.by === by;
          const order = sort?.descending ? 'descending' : 'ascending';
          return (
            <div
              key={column.id}
              role="columnheader"
              aria-colindex={at + 1}
              aria-sort={sorted ? order : undefined}
              data-align={column.align}
              data-cell={`-1:${at}`}
              tabIndex={tabIndex(at)}
              className={styles.cell}
            >
              {by ? (
                <button
                  type="button"
                  tabIndex={-1}
                  className={styles.sort}
                  title={t('table.sort', { column: column.header })}
                  onClick={() => onSort(by, column.descendingFirst)}
                >
                  {column.header}
                  <span aria-hidden className={styles.arrow}>
                    {sorted && sort?.descending ? '↓' : '↑'}
                  </span>
                </button>
              ) : (
                column.header
              )}
            </div>
          );
        })}
        {withActions && (
          <div
            role="columnheader"
            aria-colindex={columns.length + 1}
            data-cell={`-1:${columns.length}`}
            tabIndex={tabIndex(columns.length)}
            className={styles.cell}
          >
            <span className={styles.hidden}>{t('table.actions')}</span>
          </div>
        )}
      </div>
    </div>
  );
}
