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
  formatExact,
  MAX_WINDOW_ROWS,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { ReactNode, useMemo, useRef } from 'react';
import '../../theme/tokens.css';
import { fleetReactTranslationRef } from '../../translation';
import { columnsThatFit } from './columnsThatFit';
import styles from './FleetTable.module.css';
import { FleetTableColumn } from './FleetTableColumn';
import { FleetTableHead } from './FleetTableHead';
import { FleetTableRow } from './FleetTableRow';
import { NothingFound } from '../frame/NothingFound';
import { useArrivals } from './useArrivals';
import { useFoundRows } from './useFoundRows';
import { useScopedColumns } from './useScopedColumns';
import { ROW_PX, useTableRoom } from './useTableRoom';
import { TableWindow } from './useTableWindow';

/**
 * Properties of {@link FleetTable}.
 *
 * @public
 */
export interface FleetTableProps<TRow extends object> {
  /** Read out as the name of the table. */
  label: string;
  /** Keep it the same between renders: rows are drawn again when it changes. */
  columns: readonly FleetTableColumn<TRow>[];
  rows: readonly TRow[];
  rowKey: (row: TRow) => string;
  /** Rows that match; more than `rows` when the window holds a part. */
  total?: number;
  /** The window that the rows come from; makes the heads sort and offers more rows. */
  window?: TableWindow;
  /** Rows that are not current are drawn dimmer. */
  isDim?: (row: TRow) => boolean;
  /** What a row glows for when it changes; any change of it when left out. */
  glowBy?: (row: TRow) => unknown;
  /** Buttons of a row; they show when the row is pointed at or focused. */
  rowActions?: (row: TRow) => ReactNode;
  /** Draws no more than so many rows. A search within the card finds the others too. */
  mostRows?: number;
}

/**
 * A table of up to some hundred rows of 32 px: sticky head, sorting by the view, names cut in the middle, changed rows glow for a second.
 * Rows are drawn when they come into sight, and columns for which there is no room are left out from the end.
 * Without a window the rows are all there are, and a search within the surrounding card is made in the browser.
 *
 * @public
 */
export function FleetTable<TRow extends object>(props: FleetTableProps<TRow>) {
  const { label, rowKey, window, isDim, rowActions } = props;
  const scoped = useScopedColumns(props.columns);
  const scroller = useRef<HTMLDivElement>(null);
  const room = useTableRoom(scroller);
  const withActions = rowActions !== undefined;
  const columns = useMemo(
    () => columnsThatFit(scoped, room.width, withActions),
    [scoped, room.width, withActions],
  );
  const { t } = useTranslationRef(fleetReactTranslationRef);
  const { rows, total, text } = useFoundRows(props, scoped);
  const sort = window?.sort;
  const hasArrived = useArrivals(
    rows,
    rowKey,
    `${sort?.by} ${sort?.descending} ${window?.window.limit} ${text}`,
  );
  const more = window && rows.length < total;
  /** Rows that have not come into sight. */
  const below = Math.max(0, rows.length - room.rows);
  const atMost = rows.length >= MAX_WINDOW_ROWS;
  const counts = {
    shown: formatExact(rows.length),
    total: formatExact(total),
  };
  return (
    <div
      ref={scroller}
      className={styles.scroller}
      role="group"
      aria-label={label}
      // Scrolled with the keyboard, so it must take the focus.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <table
        className={styles.table}
        aria-label={label}
        aria-rowcount={total + 1}
      >
        <FleetTableHead
          columns={columns}
          window={window}
          withActions={withActions}
        />
        <tbody>
          {rows.slice(0, room.rows).map(row => {
            const key = rowKey(row);
            return (
              <FleetTableRow
                key={key}
                row={row}
                columns={columns}
                dim={isDim?.(row) ?? false}
                glowBy={props.glowBy}
                arrived={hasArrived(key)}
                actions={rowActions}
              />
            );
          })}
          {below > 0 && <tr aria-hidden style={{ height: below * ROW_PX }} />}
        </tbody>
      </table>
      {rows.length === 0 && text !== '' && <NothingFound text={text} />}
      {more && (
        <div className={styles.more}>
          <span>{t(atMost ? 'table.atMost' : 'table.shown', counts)}</span>
          {!atMost && (
            <Button size="small" variant="tertiary" onPress={window.showMore}>
              {t('table.showMore')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
