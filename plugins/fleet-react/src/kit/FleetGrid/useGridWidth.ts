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
import { FleetTableColumn } from '../FleetTable/FleetTableColumn';

const MEDIUM_FROM = 560;
const WIDE_FROM = 960;

type GridWidth = 'narrow' | 'medium' | 'wide';

/** How much room a grid has. Where nothing is laid out, there is room for all. */
export function useGridWidth(scroller: RefObject<HTMLElement>): GridWidth {
  const [width, setWidth] = useState<GridWidth>('wide');
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const measure = () => {
      const { clientWidth } = element;
      if (clientWidth === 0) return;
      if (clientWidth < MEDIUM_FROM) setWidth('narrow');
      else setWidth(clientWidth < WIDE_FROM ? 'medium' : 'wide');
    };
    measure();
    const Observer = element.ownerDocument.defaultView?.ResizeObserver;
    if (!Observer) return undefined;
    const observer = new Observer(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller]);
  return width;
}

/** Leaves out the columns for which there is no room. */
export function columnsIn<TRow>(
  columns: readonly FleetTableColumn<TRow>[],
  width: GridWidth,
): FleetTableColumn<TRow>[] {
  return columns.filter(
    ({ shownFrom }) =>
      shownFrom === undefined ||
      width === 'wide' ||
      (shownFrom === 'medium' && width === 'medium'),
  );
}
