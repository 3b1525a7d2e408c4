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
import { memo, useLayoutEffect } from 'react';
import { fleetReactTranslationRef } from '../../translation';
import { FleetTableColumn } from '../FleetTable/FleetTableColumn';
import { useGlow } from '../FleetTable/useGlow';
import { RowAction } from '../RowActions';
import styles from './FleetGrid.module.css';
import { GridRowMenu } from './GridRowMenu';

interface GridRowProps<TRow> {
  index: number;
  /** Pixels from the first row. */
  top: number;
  row: TRow;
  columns: readonly FleetTableColumn<TRow>[];
  /** The column whose cell takes the focus, if it is in this row. */
  activeColumn?: number;
  dim: boolean;
  glowBy?: (row: TRow) => unknown;
  rowName: (row: TRow) => string;
  rowActions?: (row: TRow) => readonly RowAction[];
}

function PlainGridRow<TRow>(props: GridRowProps<TRow>) {
  const { index, top, row, columns, activeColumn, dim, glowBy } = props;
  const { rowName, rowActions } = props;
  const element = useGlow<HTMLDivElement>(glowBy ? glowBy(row) : row, false);
  // The grid is one stop of the Tab key: what is in its cells is pressed with Enter.
  useLayoutEffect(() => {
    element.current
      ?.querySelectorAll<HTMLElement>('a, button, [tabindex="0"]')
      .forEach(it => {
        if (!it.hasAttribute('data-cell')) it.tabIndex = -1;
      });
  });
  const cell = (column: number) => ({
    role: 'gridcell',
    'aria-colindex': column + 1,
    'data-cell': `${index}:${column}`,
    tabIndex: column === activeColumn ? 0 : -1,
    className: styles.cell,
  });
  return (
    <div
      ref={element}
      role="row"
      aria-rowindex={index + 2}
      data-dim={dim || undefined}
      className={`${styles.row} ${styles.placed}`}
      style={{ transform: `translateY(${top}px)` }}
    >
      {columns.map((column, at) => (
        <div key={column.id} data-align={column.align} {...cell(at)}>
          {column.render(row)}
        </div>
      ))}
      {rowActions && (
        <div data-align="end" {...cell(columns.length)}>
          <GridRowMenu name={rowName(row)} actions={() => rowActions(row)} />
        </div>
      )}
    </div>
  );
}

/** One row of a grid; drawn again only when something of it changes. */
export const GridRow = memo(PlainGridRow) as typeof PlainGridRow;

/** Holds the place of a row that has not arrived. */
export function GridPlaceholder(props: {
  index: number;
  top: number;
  columnCount: number;
  activeColumn?: number;
}) {
  const { index, top, columnCount, activeColumn } = props;
  const { t } = useTranslationRef(fleetReactTranslationRef);
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-busy
      className={`${styles.row} ${styles.placed}`}
      style={{ transform: `translateY(${top}px)` }}
    >
      {Array.from({ length: columnCount }, (_, at) => (
        <div
          key={at}
          role="gridcell"
          aria-colindex={at + 1}
          data-cell={`${index}:${at}`}
          tabIndex={at === activeColumn ? 0 : -1}
          className={styles.cell}
        >
          <span className={styles.bar} />
          {at === 0 && (
            <span className={styles.hidden}>{t('grid.rowLoading')}</span>
          )}
        </div>
      ))}
    </div>
  );
}
