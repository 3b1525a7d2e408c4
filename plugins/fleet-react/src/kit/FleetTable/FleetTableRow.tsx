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

import { memo, ReactNode } from 'react';
import styles from './FleetTable.module.css';
import { FleetTableColumn } from './FleetTableColumn';
import { useGlow } from './useGlow';

interface FleetTableRowProps<TRow> {
  row: TRow;
  columns: readonly FleetTableColumn<TRow>[];
  dim: boolean;
  glowBy?: (row: TRow) => unknown;
  arrived: boolean;
  actions?: (row: TRow) => ReactNode;
}

function PlainFleetTableRow<TRow>(props: FleetTableRowProps<TRow>) {
  const { row, columns, dim, glowBy, arrived, actions } = props;
  const element = useGlow<HTMLTableRowElement>(
    glowBy ? glowBy(row) : row,
    arrived,
  );
  return (
    <tr ref={element} data-dim={dim || undefined}>
      {columns.map(column => (
        <td key={column.id} data-align={column.align}>
          {column.render(row)}
        </td>
      ))}
      {actions && <td className={styles.actions}>{actions(row)}</td>}
    </tr>
  );
}

/** One row; drawn again only when the row, the columns or its actions change. */
export const FleetTableRow = memo(
  PlainFleetTableRow,
) as typeof PlainFleetTableRow;
