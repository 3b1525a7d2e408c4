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

import { RefObject, useLayoutEffect, useState } from 'react';

export const ROW_PX = 32;
const HEAD_PX = 28;
/** Rows below the edge: for the next turn of the wheel, and for the Tab key. */
const AHEAD = 8;
/** Rows in the first draft, before anything is measured. */
const FIRST = 10;

/** What a table has room for. */
export interface TableRoom {
  /** How many rows have been in sight so far, with some ahead. */
  readonly rows: number;
  /** Pixels; unknown where nothing is laid out. */
  readonly width?: number;
}

/**
 * Measures what of a table has come into sight: only that is drawn. It grows as the table is scrolled and never shrinks, so that what has
 * been read stays. Where nothing is laid out, there is room for all.
 */
export function useTableRoom(scroller: RefObject<HTMLElement>): TableRoom {
  const [room, setRoom] = useState<TableRoom>({ rows: FIRST });
  useLayoutEffect(() => {
    const element = scroller.current;
    const Observer = element?.ownerDocument.defaultView?.ResizeObserver;
    if (!element || !Observer) {
      setRoom({ rows: Infinity });
      return undefined;
    }
    const measure = () => {
      const { scrollTop, clientHeight, clientWidth } = element;
      // A page that is kept hidden.
      if (clientHeight === 0) return;
      const sight = scrollTop + clientHeight - HEAD_PX;
      const seen = Math.ceil(sight / ROW_PX) + AHEAD;
      setRoom(before => {
        const rows = Math.max(before.rows, seen);
        return rows === before.rows && clientWidth === before.width
          ? before
          : { rows, width: clientWidth };
      });
    };
    // Tells the first size too, when all is laid out anyway: to ask for it here would lay out the page once more.
    const observer = new Observer(measure);
    observer.observe(element);
    element.addEventListener('scroll', measure, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', measure);
    };
  }, [scroller]);
  return room;
}
