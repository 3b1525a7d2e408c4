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

import {
  FocusEvent,
  KeyboardEvent,
  RefObject,
  useCallback,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';

/** A cell by its place; row -1 is the head. */
export interface GridCell {
  row: number;
  column: number;
}

/** What {@link useGridFocus} needs to know of the grid. */
export interface UseGridFocusOptions {
  scroller: RefObject<HTMLElement>;
  rowCount: number;
  columnCount: number;
  /** Rows that fit on the screen. */
  pageRows: () => number;
  keyAt: (row: number) => string | undefined;
  indexOf: (key: string) => number | undefined;
  scrollTo: (row: number) => void;
  /** Enter was pressed on a cell that holds nothing to press. */
  onEnter: (cell: GridCell) => void;
}

function cellOf(scroller: HTMLElement | null, { row, column }: GridCell) {
  return scroller?.querySelector<HTMLElement>(`[data-cell="${row}:${column}"]`);
}

function placeOf(target: EventTarget | null): GridCell | undefined {
  const place = (target as Element | null)?.closest?.('[data-cell]');
  const parts = place?.getAttribute('data-cell')?.split(':').map(Number);
  return parts && { row: parts[0], column: parts[1] };
}

function destination(
  event: KeyboardEvent,
  { row, column }: GridCell,
  { rowCount, columnCount, pageRows }: UseGridFocusOptions,
): GridCell | undefined {
  const whole = event.ctrlKey || event.metaKey;
  switch (event.key) {
    case 'ArrowDown':
      return { row: row + 1, column };
    case 'ArrowUp':
      return { row: row - 1, column };
    case 'ArrowRight':
      return { row, column: column + 1 };
    case 'ArrowLeft':
      return { row, column: column - 1 };
    case 'PageDown':
      return { row: row + pageRows(), column };
    case 'PageUp':
      return { row: Math.max(0, row - pageRows()), column };
    case 'Home':
      return { row: whole ? 0 : row, column: 0 };
    case 'End':
      return { row: whole ? rowCount - 1 : row, column: columnCount - 1 };
    default:
      return undefined;
  }
}

/**
 * One cell of a grid takes the focus, and the keys move it. It stays with its row when rows come, go and change places.
 */
export function useGridFocus(options: UseGridFocusOptions) {
  const { scroller, rowCount, columnCount, keyAt, indexOf } = options;
  const [active, setActive] = useState<GridCell>({ row: 0, column: 0 });
  const activeKey = useRef<string>();
  const focused = useRef(false);
  const wanted = useRef(false);

  const move = useCallback(
    (cell: GridCell) => {
      activeKey.current = keyAt(cell.row);
      setActive(previous =>
        previous.row === cell.row && previous.column === cell.column
          ? previous
          : cell,
      );
    },
    [keyAt],
  );

  useLayoutEffect(() => {
    const { row, column } = active;
    const key = keyAt(row);
    if (row >= 0 && key !== activeKey.current) {
      // Rows have come, gone or changed places.
      const now =
        activeKey.current === undefined
          ? undefined
          : indexOf(activeKey.current);
      if (now !== undefined) {
        setActive({ row: now, column });
        return;
      }
      if (key !== undefined) {
        activeKey.current = key;
      } else if (row >= rowCount && rowCount > 0) {
        move({ row: rowCount - 1, column });
        return;
      }
    }
    const element = scroller.current;
    const lost =
      focused.current && element?.ownerDocument.activeElement === document.body;
    if (!wanted.current && !lost) return;
    const cell = cellOf(element, active);
    if (cell) {
      wanted.current = false;
      cell.focus({ preventScroll: true });
    }
  }, [active, keyAt, scroller, indexOf, rowCount, move]);

  const onKeyDown = (event: KeyboardEvent) => {
    const target = event.target as HTMLElement;
    const from = placeOf(target);
    // Menus of a row are drawn elsewhere, and their keys come by here.
    if (!from || !scroller.current?.contains(target)) return;
    const onCell = target.hasAttribute('data-cell');
    if (event.key === 'Escape' && !onCell) {
      cellOf(scroller.current, from)?.focus({ preventScroll: true });
      return;
    }
    if (event.key === 'Enter' || (event.key === ' ' && from.row < 0)) {
      if (!onCell) return;
      event.preventDefault();
      const inside = target.querySelector<HTMLElement>('a[href], button');
      if (inside) inside.click();
      else options.onEnter(from);
      return;
    }
    const to = destination(event, from, options);
    if (!to) return;
    event.preventDefault();
    const cell = {
      row: Math.min(rowCount - 1, Math.max(-1, to.row)),
      column: Math.min(columnCount - 1, Math.max(0, to.column)),
    };
    if (cell.row >= 0) options.scrollTo(cell.row);
    move(cell);
    const there = cellOf(scroller.current, cell);
    there?.focus({ preventScroll: true });
    // Far away it has to be drawn first.
    wanted.current = !there;
  };

  return {
    active,
    onKeyDown,
    onFocus: (event: FocusEvent) => {
      const place = placeOf(event.target);
      if (!place || !scroller.current?.contains(event.target)) return;
      focused.current = true;
      move(place);
    },
    onBlur: (event: FocusEvent) => {
      if (!scroller.current?.contains(event.relatedTarget)) {
        focused.current = false;
        wanted.current = false;
      }
    },
  };
}
