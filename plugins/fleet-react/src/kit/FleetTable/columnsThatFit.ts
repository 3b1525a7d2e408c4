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

import { FleetTableColumn } from './FleetTableColumn';

/** What a name needs to be told from others when its middle is cut. */
const NAME_PX = 96;
/** What a column needs whose width is a part of the table's. */
const PART_PX = 64;
const ACTIONS_PX = 44;

/**
 * Leaves out columns from the end until there is room for the names, which have no width of their own. The first column and those of names
 * stay in any case.
 *
 * @param width - of the table, in pixels; all columns fit when it is not known
 */
export function columnsThatFit<TRow>(
  columns: readonly FleetTableColumn<TRow>[],
  width: number | undefined,
  withActions: boolean,
): readonly FleetTableColumn<TRow>[] {
  if (width === undefined) return columns;
  const shown = columns.filter(column => isMeantFor(column, width));
  let need = shown.reduce(
    (sum, column) => sum + needOf(column),
    withActions ? ACTIONS_PX : 0,
  );
  for (let index = shown.length - 1; index > 0 && need > width; index -= 1) {
    if (shown[index].width === undefined) continue;
    need -= needOf(shown[index]);
    shown.splice(index, 1);
  }
  return shown.length === columns.length ? columns : shown;
}

/** The widths of cards at which columns are left out by the wish of their table. */
const SHOWN_FROM = { medium: 460, wide: 720 };

function isMeantFor(
  { shownFrom }: FleetTableColumn<any>,
  width: number,
): boolean {
  return shownFrom === undefined || width > SHOWN_FROM[shownFrom];
}

function needOf({ width }: FleetTableColumn<any>): number {
  if (width === undefined) return NAME_PX;
  return width.endsWith('px') ? parseFloat(width) : PART_PX;
}
