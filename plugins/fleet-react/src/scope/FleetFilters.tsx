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

import { StatusFilter } from '@quarterdeck/backstage-plugin-fleet-common';
import { createContext, ReactNode, useContext, useMemo } from 'react';

/** Spans of time that a dashboard can be narrowed to, each ending now. @public */
export const timeRanges = ['15m', '1h', '6h', '24h', '7d', '30d'] as const;

/** @public */
export type TimeRange = (typeof timeRanges)[number];

/**
 * What the views of a page are narrowed to, beside the clusters and namespaces of its `FleetScope`.
 *
 * @public
 */
export interface FleetFilterValue {
  /** Words that rows must contain. */
  text?: string;
  /** Statuses that rows must have one of. */
  statuses?: readonly StatusFilter[];
  /** For cards that show what happened: views that look back are asked for this time instead of the card's own. */
  range?: TimeRange;
}

const none: FleetFilterValue = {};
const FleetFiltersContext = createContext<FleetFilterValue>(none);

/**
 * Narrows every view below it: `useView` asks collections with these filters, and cards about time read the range.
 *
 * @public
 */
export function FleetFilters(
  props: FleetFilterValue & { children: ReactNode },
) {
  const { text, statuses, range, children } = props;
  const key = statuses?.join();
  const value = useMemo<FleetFilterValue>(
    () => ({
      text: text?.trim() || undefined,
      statuses: key ? (key.split(',') as StatusFilter[]) : undefined,
      range,
    }),
    [text, key, range],
  );
  return (
    <FleetFiltersContext.Provider value={value}>
      {children}
    </FleetFiltersContext.Provider>
  );
}

/** What the surrounding page is narrowed to; empty without one. @public */
export function useFleetFilters(): FleetFilterValue {
  return useContext(FleetFiltersContext);
}

const HOUR = 60;
const DAY = 24 * HOUR;
const MINUTES: Record<TimeRange, number> = {
  '15m': 15,
  '1h': HOUR,
  '6h': 6 * HOUR,
  '24h': DAY,
  '7d': 7 * DAY,
  '30d': 30 * DAY,
};

/** Length of a span, in minutes. @public */
export function minutesOf(range: TimeRange): number {
  return MINUTES[range];
}
