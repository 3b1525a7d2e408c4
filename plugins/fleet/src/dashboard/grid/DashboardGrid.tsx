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
import { VisuallyHidden } from '@backstage/ui';
import {
  DashboardCard,
  GRID_COLUMNS,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { fleetTranslationRef } from '../../translation';
import { cellStyle } from './cellStyle';
import styles from './DashboardGrid.module.css';
import { GridController } from './gestures/GridController';
import { GridCell } from './GridCell';
import { RenderCard } from './GridHost';
import { listedAs, readingOrder } from './layout/boxes';
import { normaliseLayout } from './layout/normaliseLayout';
import { fromOneColumn, oneColumn } from './layout/oneColumn';
import { CardSize, SMALLEST_CARD } from './layout/resizeCard';
import { useGridAnnouncements } from './useGridAnnouncements';
import { useNarrow } from './useNarrow';

export type { GridHost, RenderCard } from './GridHost';

/** Properties of {@link DashboardGrid}. */
export interface DashboardGridProps {
  cards: readonly DashboardCard[];
  editable: boolean;
  /** Called once for each drag, resize or step of the menu. Cards that stay where they are stay the same objects. */
  onChange: (cards: DashboardCard[]) => void;
  /** Keep it the same between renders: all cards are drawn again when it changes. */
  renderCard: RenderCard;
  /** How announcements call the card. */
  nameOf: (card: DashboardCard) => string;
  minSizeOf?: (card: DashboardCard) => CardSize;
}

/** Cards off the screen leave the first second to those that are on it, and then come one after the other. */
const FIRST_OFF_SCREEN = 1_000;
const NEXT_OFF_SCREEN = 100;

/** The cards of a dashboard on twelve columns, to be moved and resized when it is editable; in one column where there is no room for more. */
export function DashboardGrid(props: DashboardGridProps) {
  const { cards, editable, onChange, renderCard, nameOf, minSizeOf } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  const instructions = useId();
  const grid = useRef<HTMLDivElement>(null);
  const landing = useRef<HTMLDivElement>(null);
  const region = useRef<HTMLDivElement>(null);
  const [controller] = useState(() => new GridController());
  const narrow = useNarrow(grid);
  const onNews = useGridAnnouncements(region, nameOf, narrow);

  const arranged = useMemo(() => normaliseLayout(cards), [cards]);
  // In the order in which they are seen, which is also that of the focus and of screen readers.
  const shown = useMemo(
    () => readingOrder(narrow ? oneColumn(arranged) : arranged),
    [arranged, narrow],
  );
  const byId = useMemo(
    () => new Map(cards.map(card => [card.id, card])),
    [cards],
  );

  useLayoutEffect(() => {
    controller.stage.mount(grid.current!, landing.current!);
    controller.arrange({
      cards: shown,
      editable,
      narrow,
      onNews,
      smallest: id => {
        const card = byId.get(id);
        const size = (card && minSizeOf?.(card)) ?? SMALLEST_CARD;
        return narrow ? { ...size, width: GRID_COLUMNS } : size;
      },
      onDrop: draft =>
        onChange(
          narrow ? fromOneColumn(arranged, draft) : listedAs(arranged, draft),
        ),
    });
  });
  useEffect(() => () => controller.stop(), [controller]);

  return (
    <>
      <div ref={grid} className={styles.grid}>
        {shown.map((card, index) => {
          const style = cellStyle(card);
          return (
            <GridCell
              key={card.id}
              card={byId.get(card.id) ?? card}
              column={style['--cell-column']}
              row={style['--cell-row']}
              name={nameOf(card)}
              editable={editable}
              narrow={narrow}
              atLatest={FIRST_OFF_SCREEN + index * NEXT_OFF_SCREEN}
              controller={controller}
              instructions={instructions}
              renderCard={renderCard}
            />
          );
        })}
        <div ref={landing} aria-hidden className={styles.landing} />
      </div>
      {editable && (
        <VisuallyHidden>
          <p id={instructions}>{t('grid.instructions')}</p>
          <div ref={region} aria-live="polite" aria-atomic />
        </VisuallyHidden>
      )}
    </>
  );
}
