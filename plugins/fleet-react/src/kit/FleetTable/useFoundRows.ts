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

import { useEffect, useMemo, useState } from 'react';
import { useCardSearch } from '../frame/CardSearch';
import { rowContains } from './rowContains';
import { FleetTableColumn } from './FleetTableColumn';
import { TableWindow } from './useTableWindow';

/** The rows that a table shows: those that came, or of them what is looked for in the surrounding card. */
export function useFoundRows<TRow extends object>(
  table: {
    rows: readonly TRow[];
    total?: number;
    window?: TableWindow;
    mostRows?: number;
  },
  columns: readonly FleetTableColumn<TRow>[],
): { rows: readonly TRow[]; total: number; text: string } {
  const { rows, window, mostRows } = table;
  const search = useCardSearch();
  const text = search?.text ?? '';
  // Rows of a window are searched by the server.
  const own = window ? undefined : search;
  const wanted = own ? text.toLowerCase() : '';
  const found = useMemo(() => {
    if (wanted === '') return rows;
    const words = wanted.split(/\s+/);
    return rows.filter(row => rowContains(row, columns, words));
  }, [rows, columns, wanted]);

  const [content] = useState(() => ({}));
  const offer = own?.offer;
  const report = own?.report;
  useEffect(() => offer?.(content), [offer, content]);
  useEffect(() => report?.(content, found), [report, content, found]);

  const shown = useMemo(
    () => (mostRows === undefined ? found : found.slice(0, mostRows)),
    [found, mostRows],
  );
  return {
    rows: shown,
    total: wanted === '' ? (table.total ?? shown.length) : shown.length,
    text,
  };
}
