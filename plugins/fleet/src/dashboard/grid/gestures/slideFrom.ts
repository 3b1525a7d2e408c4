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

import { Offset } from './geometry';

const DURATION_MS = 160;

/** Lets an element glide to its place from somewhere else; at once where people want no motion. */
export function slideFrom(element: HTMLElement, { x, y }: Offset): void {
  const still =
    Math.abs(x) + Math.abs(y) < 1 ||
    window.matchMedia?.('(prefers-reduced-motion: reduce)').matches;
  if (still) return;
  element.animate?.(
    [{ transform: `translate(${x}px, ${y}px)` }, { transform: 'none' }],
    { duration: DURATION_MS, easing: 'cubic-bezier(0.2, 0, 0, 1)' },
  );
}
