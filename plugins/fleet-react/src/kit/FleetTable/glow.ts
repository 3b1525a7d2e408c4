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

const STEPS = 3;
const STEP_MS = 350;

/** How many steps are left of each. */
const glowing = new Map<HTMLElement, number>();
let clock: ReturnType<typeof setInterval> | undefined;

/**
 * Marks an element with `data-glow` for about a second, which counts down from 3. All that glow are dimmed together and in steps: a
 * transition would draw the page anew in every frame, and give each row a layer of its own, which the browser then has to order.
 */
export function glow(element: HTMLElement): void {
  glowing.set(element, STEPS);
  element.dataset.glow = `${STEPS}`;
  clock ??= setInterval(dim, STEP_MS);
}

function dim(): void {
  for (const [element, left] of glowing) {
    if (left > 1) {
      glowing.set(element, left - 1);
      element.dataset.glow = `${left - 1}`;
    } else {
      glowing.delete(element);
      delete element.dataset.glow;
    }
  }
  if (glowing.size > 0) return;
  clearInterval(clock);
  clock = undefined;
}
