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

import { DashboardCard } from '@quarterdeck/backstage-plugin-fleet-common';
import { useNearScreen } from '@quarterdeck/backstage-plugin-fleet-react';
import { CSSProperties, memo, useLayoutEffect, useMemo, useRef } from 'react';
import styles from './DashboardGrid.module.css';
import { GridController } from './gestures/GridController';
import { GridHost, RenderCard } from './GridHost';
import { MoveHandle } from './MoveHandle';
import { ResizeEdges } from './ResizeEdges';
import { useGridMenu } from './useGridMenu';

/** Properties of {@link GridCell}. */
export interface GridCellProps {
  card: DashboardCard;
  /** Where it stands in this window, as `cellStyle` says it. */
  column: string;
  row: string;
  name: string;
  editable: boolean;
  narrow: boolean;
  /** Milliseconds after which it is drawn wherever it is. */
  atLatest: number;
  controller: GridController;
  instructions: string;
  renderCard: RenderCard;
}

/** The place of one card, drawn again only when something of this card has changed. */
export const GridCell = memo((props: GridCellProps) => {
  const { card, column, row, name, editable, narrow, atLatest } = props;
  const { controller, instructions, renderCard } = props;
  const { id, collapsed } = card;
  const element = useRef<HTMLDivElement>(null);
  const waiting = !useNearScreen(element, atLatest);
  const menuItems = useGridMenu({
    controller,
    id,
    editable,
    narrow,
    collapsed,
  });
  const host = useMemo<GridHost>(
    () => ({
      menuItems,
      waiting,
      handle: editable ? (
        <MoveHandle
          controller={controller}
          id={id}
          name={name}
          instructions={instructions}
        />
      ) : undefined,
    }),
    [menuItems, waiting, editable, controller, id, name, instructions],
  );
  const content = useMemo(
    () => renderCard(card, host),
    [renderCard, card, host],
  );
  useLayoutEffect(
    () => controller.stage.add(id, element.current!),
    [controller, id],
  );
  return (
    <div
      ref={element}
      className={styles.cell}
      style={{ '--cell-column': column, '--cell-row': row } as CSSProperties}
    >
      {content}
      {editable && (
        <ResizeEdges
          controller={controller}
          id={id}
          collapsed={collapsed}
          narrow={narrow}
        />
      )}
    </div>
  );
});
