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
import styles from './FleetTable.module.css';
import { FleetTableColumn } from './FleetTableColumn';
import { TableWindow } from './useTableWindow';

function ariaSort(sort: TableWindow['sort'], column: FleetTableColumn<any>) {
  if (!column.sort || sort?.by !== column.sort) return undefined;
  return sort.descending ? 'descending' : 'ascending';
}

/** The head of a table; columns that the view can sort by are buttons. */
export function FleetTableHead<TRow>(props: {
  columns: readonly FleetTableColumn<TRow>[];
  window?: TableWindow;
  withActions: boolean;
}) {
  const { columns, window, withActions } = props;
  const { t } = useTranslationRef(fleetReactTranslationRef);
  return (
    <thead>
      <tr>
        {columns.map(column => {
          const sorted = ariaSort(window?.sort, column);
          return (
            <th
              key={column.id}
              scope="col"
              aria-sort={sorted}
              data-align={column.align}
              style={column.width ? { width: column.width } : undefined}
            >
              {window && column.sort ? (
                <button
                  type="button"
                  className={styles.sort}
                  title={t('table.sort', { column: column.header })}
                  onClick={() =>
                    window.toggleSort(column.sort!, column.descendingFirst)
                  }
                >
                  {column.header}
                  <span aria-hidden className={styles.arrow}>
                    {sorted === 'descending' ? '↓' : '↑'}
                  </span>
                </button>
              ) : (
                column.header
              )}
            </th>
          );
        })}
        {withActions && (
          <th scope="col" className={styles.actionsHead}>
            <span className={styles.hidden}>{t('table.actions')}</span>
          </th>
        )}
      </tr>
    </thead>
  );
}
