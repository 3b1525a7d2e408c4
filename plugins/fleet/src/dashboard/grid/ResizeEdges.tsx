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

import { PointerEvent } from 'react';
import { GridController, Sides } from './gestures/GridController';
import styles from './ResizeEdges.module.css';

const edges: { className: string; sides: Sides }[] = [
  { className: styles.right, sides: { right: true } },
  { className: styles.bottom, sides: { bottom: true } },
  { className: styles.corner, sides: { right: true, bottom: true } },
];

/** The lower and right edges of a card, to be pulled. Keyboards resize with Shift and the arrows on the card's handle. */
export function ResizeEdges(props: {
  controller: GridController;
  id: string;
  collapsed: boolean;
  /** The window has room for one column only. */
  narrow: boolean;
}) {
  const { controller, id, collapsed, narrow } = props;
  const isOffered = ({ right, bottom }: Sides) =>
    !(right && narrow && !bottom) && !(bottom && collapsed);
  return (
    <>
      {edges
        .filter(({ sides }) => isOffered(sides))
        .map(({ className, sides }) => (
          <div
            key={className}
            aria-hidden
            className={className}
            onPointerDown={(event: PointerEvent<HTMLElement>) =>
              controller.stretch(
                event.nativeEvent,
                event.currentTarget,
                id,
                narrow ? { bottom: true } : sides,
              )
            }
          />
        ))}
    </>
  );
}
