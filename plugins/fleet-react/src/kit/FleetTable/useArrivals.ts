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

import { useEffect, useRef } from 'react';

/**
 * Tells which rows came into a table that was already on screen. What comes because another window was asked for is not news.
 *
 * @returns a function that says of a row's key whether it has arrived since the last render
 */
export function useArrivals<TRow>(
  rows: readonly TRow[],
  rowKey: (row: TRow) => string,
  windowKey: string,
): (key: string) => boolean {
  const known = useRef<{
    rows: readonly TRow[];
    keys: Set<string>;
    windowKey: string;
  }>();
  const before = known.current;
  useEffect(() => {
    // Another window is asked for before its rows come; until then the known ones are still of the old window.
    if (known.current?.rows === rows) return;
    known.current = { rows, keys: new Set(rows.map(rowKey)), windowKey };
  }, [rows, rowKey, windowKey]);
  return key =>
    before !== undefined &&
    before.windowKey === windowKey &&
    !before.keys.has(key);
}
