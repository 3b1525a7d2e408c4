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

import { EventRow } from '@quarterdeck/backstage-plugin-fleet-common';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const MOST_SPANS = 36;
const SPANS = [2, 5, 10, 15, 20, 30, 60].map(minutes => minutes * MINUTE);

/** The shortest span of which not too many make up the time. */
export function spanOf(hours: number): number {
  return SPANS.find(span => hours * HOUR <= span * MOST_SPANS) ?? HOUR;
}

/**
 * Events of the last hours in whole spans, by the clusters' clocks: one that is ahead of ours is believed up to a span. Views that count events of the same
 * time use it, so that they agree.
 */
export function recentEvents(
  events: readonly EventRow[],
  hours: number,
  now: number,
): readonly EventRow[] {
  const span = spanOf(hours);
  const from = Math.floor(now / span) * span + span - hours * HOUR;
  return events.filter(({ last }) => last >= from && last <= now + span);
}
