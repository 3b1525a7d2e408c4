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

import { useMemo } from 'react';
import { formatInstant, formatShortInstant } from './formatInstant';
import { useTimePreference } from './useTimePreference';

/**
 * Writes points in time (epoch milliseconds) by the person's clock.
 *
 * @public
 */
export interface TimeFormat {
  /** To the second, with the zone. */
  instant(epochMilliseconds: number): string;
  /** As short as it can be told beside `now`. */
  short(epochMilliseconds: number, now: number): string;
}

/**
 * The {@link TimeFormat} of the person.
 *
 * @public
 */
export function useTimeFormat(): TimeFormat {
  const [{ zone }] = useTimePreference();
  return useMemo(
    () => ({
      instant: time => formatInstant(time, zone),
      short: (time, now) => formatShortInstant(time, now, zone),
    }),
    [zone],
  );
}
