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

import { scrollAtEdges, scrollerOf } from './autoScroll';
import { Offset } from './geometry';

/** A pointer that has moved less has only clicked. */
const THRESHOLD = 4;

/** What is done with a pointer that was put down. */
export interface PointerListener {
  /** It has moved for the first time. */
  begin: () => void;
  /** How far it is from where it was put down, on the grid; at most once a frame. */
  move: (by: Offset) => void;
  /** After `begin`: it was lifted, or Escape was pressed. */
  end: (dropped: boolean) => void;
}

/**
 * Follows a pointer until it is lifted, and scrolls when it comes near an edge.
 * @returns lets go of it without a word
 */
export function followPointer(
  event: PointerEvent,
  source: HTMLElement,
  grid: HTMLElement,
  listener: PointerListener,
): () => void {
  const { pointerId, clientX, clientY } = event;
  const origin = grid.getBoundingClientRect();
  const scroller = scrollerOf(grid);
  const ended = new AbortController();
  const { signal } = ended;
  let pointer = { x: clientX, y: clientY };
  let frame: number | undefined;

  const isOurs = (it: PointerEvent) => it.pointerId === pointerId;
  const report = () => {
    const now = grid.getBoundingClientRect();
    listener.move({
      x: pointer.x - clientX + origin.left - now.left,
      y: pointer.y - clientY + origin.top - now.top,
    });
  };
  const tick = () => {
    scrollAtEdges(scroller, pointer.y);
    report();
    frame = requestAnimationFrame(tick);
  };
  const stop = () => {
    ended.abort();
    if (frame !== undefined) cancelAnimationFrame(frame);
    if (source.hasPointerCapture(pointerId)) {
      source.releasePointerCapture(pointerId);
    }
  };
  const end = (dropped: boolean) => {
    const begun = frame !== undefined;
    if (begun && dropped) report();
    stop();
    if (begun) listener.end(dropped);
  };

  // So that it is followed outside the window and over embedded pages.
  source.setPointerCapture(pointerId);
  // On the document, where they arrive as well when the element is replaced meanwhile.
  document.addEventListener(
    'pointermove',
    it => {
      if (!isOurs(it)) return;
      pointer = { x: it.clientX, y: it.clientY };
      const far = Math.hypot(pointer.x - clientX, pointer.y - clientY);
      if (frame === undefined && far >= THRESHOLD) {
        listener.begin();
        tick();
      }
    },
    { signal },
  );
  document.addEventListener('pointerup', it => isOurs(it) && end(true), {
    signal,
  });
  document.addEventListener('pointercancel', it => isOurs(it) && end(false), {
    signal,
  });
  document.addEventListener(
    'keydown',
    it => {
      if (it.key !== 'Escape') return;
      it.preventDefault();
      it.stopPropagation();
      end(false);
    },
    { signal, capture: true },
  );
  return stop;
}
