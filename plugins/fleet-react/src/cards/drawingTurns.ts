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

import { flushSync } from 'react-dom';

/** After how many milliseconds of drawing what is drawn is shown: at first as soon as there is anything, later seldom, as each showing costs. */
const SHOWN_AFTER = { first: 8, later: 50 };

const waiting = new Set<() => void>();
let frame: number | undefined;
let shownAfter = SHOWN_AFTER.first;

/**
 * Draws something when its turn comes, the first that asked first. A dashboard that draws all its cards at once shows none of them for a
 * third of a second.
 *
 * @param draw - changes the state of a component, which is drawn at once
 * @returns a function that gives the turn back
 */
export function takeTurn(draw: () => void): () => void {
  waiting.add(draw);
  frame ??= requestAnimationFrame(giveTurns);
  return () => waiting.delete(draw);
}

function giveTurns(): void {
  const begin = performance.now();
  for (const draw of waiting) {
    waiting.delete(draw);
    flushSync(draw);
    if (performance.now() - begin >= shownAfter) break;
  }
  const more = waiting.size > 0;
  shownAfter = more ? SHOWN_AFTER.later : SHOWN_AFTER.first;
  frame = more ? requestAnimationFrame(giveTurns) : undefined;
}
