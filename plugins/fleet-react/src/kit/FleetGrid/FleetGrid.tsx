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

import { useVirtualizer } from '@tanstack/react-virtual';
import { CSSProperties, useCallback, useEffect, useMemo, useRef } from 'react';
import '../../theme/tokens.css';
import { FleetTableColumn } from '../FleetTable/FleetTableColumn';
import { RowAction } from '../RowActions';
import styles from './FleetGrid.module.css';
import { GridHead } from './GridHead';
import { GridPlaceholder, GridRow } from './GridRow';
import { GridRows } from './GridRows';
import { useGridFocus } from './useGridFocus';
import { useScopedColumns } from '../FleetTable/useScopedColumns';
import { columnsIn, useGridWidth } from './useGridWidth';

const ROW_PX = 32;
const HEAD_PX = 28;
const OVERSCAN_ROWS = 6;
const ACTIONS_PX = '44px';

/**
 * Properties of {@link FleetGrid}.
 *
 * @public
 */
export interface FleetGridProps<TRow extends object> {
  /** Read out as the name of the grid. */
  label: string;
  /** The first one names the row. Keep it the same between renders: rows are drawn again when it changes. */
  columns: readonly FleetTableColumn<TRow>[];
  rows: GridRows<TRow, any>;
  rowKey: (row: TRow) => string;
  /** Name of the row's object, for the label of its menu. */
  rowName: (row: TRow) => string;
  sort?: { by: string; descending: boolean };
  /** Makes the heads of columns with a sort pressable. */
  onSort?: (by: string, descendingFirst?: boolean) => void;
  /** Enter or a double click on a row. */
  onOpen?: (row: TRow) => void;
  /** What the menu of a row offers. */
  rowActions?: (row: TRow) => readonly RowAction[];
  /** Rows that are not current are drawn dimmer. */
  isDim?: (row: TRow) => boolean;
  /** What a row glows for when it changes; any change of it when left out. */
  glowBy?: (row: TRow) => unknown;
  /** Any CSS length: the grid is no higher, and scrolls. */
  maxHeight?: string;
}

/**
 * A grid of any number of rows of 32 px, of which only those on screen are drawn and held. One stop of the Tab key; arrows, Page, Home
 * and End keys move over all rows, Enter opens, and the focus stays with its row while rows come and go.
 *
 * @public
 */
export function FleetGrid<TRow extends object>(props: FleetGridProps<TRow>) {
  const { label, rows, rowKey, sort, onSort, onOpen, rowActions } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const width = useGridWidth(scroller);
  const scoped = useScopedColumns(props.columns);
  const columns = useMemo(() => columnsIn(scoped, width), [scoped, width]);
  const columnCount = columns.length + (rowActions ? 1 : 0);
  const activeRow = useRef(0);

  const virtualizer = useVirtualizer({
    count: rows.total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: OVERSCAN_ROWS,
    scrollMargin: HEAD_PX,
    scrollPaddingStart: HEAD_PX,
    // The focused row stays, however far it is scrolled away: its keys are listened to.
    rangeExtractor: ({ startIndex, endIndex, overscan, count }) => {
      const first = Math.max(0, startIndex - overscan);
      const last = Math.min(count - 1, endIndex + overscan);
      const shown = Array.from(
        { length: Math.max(0, last - first + 1) },
        (_, at) => first + at,
      );
      const row = Math.min(activeRow.current, count - 1);
      if (row < 0 || (row >= first && row <= last)) return shown;
      return row < first ? [row, ...shown] : [...shown, row];
    },
  });
  const range = virtualizer.range;
  const first = range?.startIndex ?? 0;
  const last = range?.endIndex ?? 0;
  useEffect(() => rows.show(first, last), [rows, first, last]);

  useEffect(() => {
    virtualizer.scrollToOffset(0);
  }, [virtualizer, rows.subject]);

  const keyAt = useCallback(
    (index: number) => {
      const row = rows.rowAt(index);
      return row && rowKey(row);
    },
    [rows, rowKey],
  );
  const open = (index: number) => {
    const row = rows.rowAt(index);
    if (row) onOpen?.(row);
  };
  const focus = useGridFocus({
    scroller,
    rowCount: rows.total,
    columnCount,
    pageRows: () => Math.max(1, last - first - 1),
    keyAt,
    indexOf: rows.indexOf,
    scrollTo: row => {
      activeRow.current = row;
      virtualizer.scrollToIndex(row, { align: 'auto' });
    },
    onEnter: ({ row }) => open(row),
  });
  const { active } = focus;
  activeRow.current = active.row;
  // Until the focus has been somewhere, the first row that is drawn can be tabbed to.
  const activeColumn = Math.min(active.column, columnCount - 1);

  const template = [
    ...columns.map(column => column.width ?? 'minmax(80px, 1fr)'),
    ...(rowActions ? [ACTIONS_PX] : []),
  ].join(' ');
  const drawn = new Set<string>();
  return (
    <div
      ref={scroller}
      role="grid"
      // The cells take the focus, one at a time.
      tabIndex={-1}
      aria-label={label}
      aria-rowcount={rows.total + 1}
      aria-colcount={columnCount}
      aria-busy={rows.view.refreshing || undefined}
      className={styles.scroller}
      style={
        {
          '--grid-columns': template,
          maxHeight: props.maxHeight,
        } as CSSProperties
      }
      onKeyDown={focus.onKeyDown}
      onFocus={focus.onFocus}
      onBlur={focus.onBlur}
      onDoubleClick={event => {
        const place = (event.target as Element).closest('[data-cell]');
        const row = Number(place?.getAttribute('data-cell')?.split(':')[0]);
        if (row >= 0) open(row);
      }}
    >
      <GridHead
        columns={columns}
        active={active}
        withActions={rowActions !== undefined}
        sort={sort}
        onSort={onSort}
      />
      <div
        role="rowgroup"
        className={styles.rows}
        style={{ height: virtualizer.getTotalSize() }}
      >
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const row = rows.rowAt(index);
          const top = start - HEAD_PX;
          const column = index === active.row ? activeColumn : undefined;
          // Windows side by side may both hold a row that is just changing from one to the other.
          const key = row && rowKey(row);
          if (!row || key === undefined || drawn.has(key)) {
            return (
              <GridPlaceholder
                key={`#${index}`}
                index={index}
                top={top}
                columnCount={columnCount}
                activeColumn={column}
              />
            );
          }
          drawn.add(key);
          return (
            <GridRow
              key={key}
              index={index}
              top={top}
              row={row}
              columns={columns}
              activeColumn={column}
              dim={props.isDim?.(row) ?? false}
              glowBy={props.glowBy}
              rowName={props.rowName}
              rowActions={rowActions}
            />
          );
        })}
      </div>
    </div>
  );
}
