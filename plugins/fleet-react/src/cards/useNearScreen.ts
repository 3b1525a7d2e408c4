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

import { RefObject, useEffect, useState } from 'react';
import { takeTurn } from './drawingTurns';

const MARGIN = '200px';

/**
 * Whether an element has been on the screen, or near it, and its turn to be drawn has come; in any case after some milliseconds, so that a search in the page finds all of it.
 *
 * @param atLatest - milliseconds
 *
 * @public
 */
export function useNearScreen(
  element: RefObject<Element | null>,
  atLatest: number,
): boolean {
  const [near, setNear] = useState(typeof IntersectionObserver === 'undefined');
  useEffect(() => {
    if (near || !element.current) return undefined;
    let giveBack: (() => void) | undefined;
    const observer = new IntersectionObserver(
      entries => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        giveBack ??= takeTurn(() => setNear(true));
      },
      { rootMargin: MARGIN },
    );
    observer.observe(element.current);
    const timer = setTimeout(() => setNear(true), atLatest);
    return () => {
      observer.disconnect();
      clearTimeout(timer);
      giveBack?.();
    };
  }, [near, element, atLatest]);
  return near;
}
