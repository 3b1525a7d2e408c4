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

import { CSSProperties, useRef } from 'react';
import '../theme/tokens.css';
import styles from './CardGrid.module.css';
import { FleetCard } from './FleetCard';
import { FleetCardSlot } from './FleetCardSlot';
import { useNearScreen } from './useNearScreen';

/** Cards that are not on the screen leave the first second to those that are, and then come one after the other. */
const FIRST_OFF_SCREEN = 1_000;
const NEXT_OFF_SCREEN = 100;

/**
 * Cards on twelve columns and rows of 72 px; one column where there is no room for more.
 *
 * @public
 */
export function CardGrid(props: { cards: readonly FleetCard[] }) {
  return (
    <div className={styles.container}>
      <div className={styles.grid}>
        {props.cards.map((card, index) => (
          <Cell
            key={card.id}
            card={card}
            atLatest={FIRST_OFF_SCREEN + index * NEXT_OFF_SCREEN}
          />
        ))}
      </div>
    </div>
  );
}

function Cell(props: { card: FleetCard; atLatest: number }) {
  const { card, atLatest } = props;
  const cell = useRef<HTMLDivElement>(null);
  const near = useNearScreen(cell, atLatest);
  return (
    <div
      ref={cell}
      className={styles.cell}
      data-wide={card.size.width > 6 || undefined}
      style={
        {
          '--card-width': Math.min(12, card.size.width),
          '--card-height': card.size.height,
        } as CSSProperties
      }
    >
      <FleetCardSlot card={card} waiting={!near} />
    </div>
  );
}
