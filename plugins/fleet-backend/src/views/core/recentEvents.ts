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
const MOST_SPANS = 36;
const SPANS = [1, 2, 5, 10, 15, 20, 30, 60, 120, 180, 240, 360, 480, 720, 1440];

/** The shortest span, in milliseconds, of which not too many make up the time; one that divides it, where there is one. */
export function spanOf(minutes: number): number {
  const few = SPANS.filter(span => minutes <= span * MOST_SPANS);
  const span = few.find(it => minutes % it === 0) ?? few[0] ?? SPANS.at(-1)!;
  return span * MINUTE;
}

/**
 * Whether an event happened within the last minutes, by the clusters' clocks: one that is ahead of ours is believed. All views about events of some time
 * use it, so that they agree.
 */
export function since(
  minutes: number,
  now: number,
): (event: EventRow) => boolean {
  const from = now - minutes * MINUTE;
  return ({ last }) => last >= from;
}
