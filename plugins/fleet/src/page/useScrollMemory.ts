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

import { RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { useLocation, useNavigationType, useParams } from 'react-router-dom';
import { isDashboardPath } from './kept/isDashboardPath';

const RESTORE_FOR_MS = 2_000;

/** The element that scrolls: the portal decides, by its layout, whether that is the document or a part of it. */
function scrollerOf(element: HTMLElement): HTMLElement {
  for (let it = element.parentElement; it; it = it.parentElement) {
    const { overflowY } = getComputedStyle(it);
    if (overflowY === 'auto' || overflowY === 'scroll') return it;
  }
  return document.documentElement;
}

/**
 * A page that is come to starts at its top; one that is come back to by the browser's buttons, and a dashboard in any case, stands where it
 * was left, as soon as its content is long enough.
 */
export function useScrollMemory(page: RefObject<HTMLElement>) {
  const { key, pathname } = useLocation();
  const { '*': path = '' } = useParams();
  const type = useNavigationType();
  const positions = useRef(new Map<string, number>());
  const shown = useRef(pathname);

  useEffect(() => {
    if (!page.current) return undefined;
    const scroller = scrollerOf(page.current);
    const remember = () => {
      positions.current.set(key, scroller.scrollTop);
      positions.current.set(pathname, scroller.scrollTop);
    };
    const target = scroller === document.documentElement ? document : scroller;
    target.addEventListener('scroll', remember, { passive: true });
    return () => target.removeEventListener('scroll', remember);
  }, [key, pathname, page]);

  useLayoutEffect(() => {
    const changed = shown.current !== pathname;
    shown.current = pathname;
    if (!changed || !page.current) return undefined;
    const scroller = scrollerOf(page.current);
    const place = type === 'POP' ? key : pathname;
    const left = positions.current.get(place) ?? 0;
    const wanted = type === 'POP' || isDashboardPath(path) ? left : 0;
    const until = performance.now() + RESTORE_FOR_MS;
    let frame = 0;
    const restore = () => {
      scroller.scrollTop = wanted;
      if (scroller.scrollTop < wanted - 1 && performance.now() < until) {
        frame = requestAnimationFrame(restore);
      }
    };
    const stop = () => cancelAnimationFrame(frame);
    restore();
    // Whoever scrolls has taken over.
    window.addEventListener('wheel', stop, { once: true, passive: true });
    window.addEventListener('keydown', stop, { once: true });
    return () => {
      stop();
      window.removeEventListener('wheel', stop);
      window.removeEventListener('keydown', stop);
    };
  }, [key, pathname, path, type, page]);
}
