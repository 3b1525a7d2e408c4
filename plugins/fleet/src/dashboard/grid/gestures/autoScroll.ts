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

/** How near to an edge scrolling begins, and how fast it gets there, in pixels a frame. */
const EDGE = 64;
const FASTEST = 18;

/** What scrolls when the element is not all to be seen. */
export function scrollerOf(element: Element): Element {
  for (let it = element.parentElement; it; it = it.parentElement) {
    const { overflowY } = getComputedStyle(it);
    const scrolls = overflowY === 'auto' || overflowY === 'scroll';
    if (scrolls && it.scrollHeight > it.clientHeight) return it;
  }
  return document.scrollingElement ?? document.documentElement;
}

/** Pixels to scroll in a frame while the pointer is at a height between two edges; negative is upwards. */
export function scrollSpeed(
  pointer: number,
  top: number,
  bottom: number,
): number {
  const intoTop = top + EDGE - pointer;
  const intoBottom = pointer - (bottom - EDGE);
  if (intoTop > 0) return -FASTEST * Math.min(1, intoTop / EDGE);
  return intoBottom > 0 ? FASTEST * Math.min(1, intoBottom / EDGE) : 0;
}

/** Scrolls by one frame when the pointer is near an edge of what is seen. */
export function scrollAtEdges(scroller: Element, pointer: number): void {
  const isPage = scroller === document.scrollingElement;
  const { top, bottom } = isPage
    ? { top: 0, bottom: window.innerHeight }
    : scroller.getBoundingClientRect();
  const speed = scrollSpeed(
    pointer,
    Math.max(0, top),
    Math.min(window.innerHeight, bottom),
  );
  if (speed) scroller.scrollTop += speed;
}
