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
import {
  FleetCardHostMenuItem,
  useNearScreen,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { CSSProperties, memo, ReactNode, useMemo, useRef } from 'react';
import styles from './DashboardGrid.module.css';
import { rowsTaken } from './layout/boxes';
import { normaliseLayout } from './layout/normaliseLayout';
import { CardSize } from './layout/resizeCard';

/** What the grid gives to the host of a card. */
export interface GridHost {
  /** What the card is dragged by; absent when it cannot be. */
  handle?: ReactNode;
  /** Moves and sizes for those who do not drag; empty when the dashboard cannot be edited. */
  menuItems: readonly FleetCardHostMenuItem[];
  /** It is far from the screen and can wait with asking for data. */
  waiting: boolean;
}

/** Properties of {@link DashboardGrid}. */
export interface DashboardGridProps {
  cards: readonly DashboardCard[];
  editable: boolean;
  /** Called once for each drag, resize or step of the menu. */
  onChange: (cards: DashboardCard[]) => void;
  /** Keep it the same between renders: all cards are drawn again when it changes. The host is the same while nothing of it changes. */
  renderCard: (card: DashboardCard, host: GridHost) => ReactNode;
  /** How announcements call the card. */
  nameOf: (card: DashboardCard) => string;
  minSizeOf?: (card: DashboardCard) => CardSize;
}

/** Cards off the screen leave the first second to those that are on it, and then come one after the other. */
const FIRST_OFF_SCREEN = 1_000;
const NEXT_OFF_SCREEN = 100;

/** The cards of a dashboard on twelve columns, to be moved and resized when it is editable. */
export function DashboardGrid(props: DashboardGridProps) {
  const { cards, renderCard } = props;
  const arranged = useMemo(() => normaliseLayout(cards), [cards]);
  return (
    <div className={styles.container}>
      <div className={styles.grid}>
        {arranged.map((card, index) => (
          <Cell
            key={card.id}
            card={card}
            renderCard={renderCard}
            atLatest={FIRST_OFF_SCREEN + index * NEXT_OFF_SCREEN}
          />
        ))}
      </div>
    </div>
  );
}

const Cell = memo(function Cell(props: {
  card: DashboardCard;
  renderCard: DashboardGridProps['renderCard'];
  atLatest: number;
}) {
  const { card, renderCard, atLatest } = props;
  const { x, y, width } = card.placement;
  const element = useRef<HTMLDivElement>(null);
  const waiting = !useNearScreen(element, atLatest);
  const host = useMemo<GridHost>(() => ({ menuItems: [], waiting }), [waiting]);
  return (
    <div
      ref={element}
      className={styles.cell}
      style={
        {
          '--cell-column': `${x + 1} / span ${width}`,
          '--cell-row': `${y + 1} / span ${rowsTaken(card)}`,
        } as CSSProperties
      }
    >
      {renderCard(card, host)}
    </div>
  );
});
