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

import { DateTime } from 'luxon';
import { TimeZoneChoice } from './timePreference';

function at(epochMilliseconds: number, zone: TimeZoneChoice): DateTime {
  return DateTime.fromMillis(epochMilliseconds, {
    zone: zone === 'utc' ? 'utc' : 'local',
    locale: 'en-GB',
  });
}

/** By offset in minutes: to ask for the name takes longer than all else, and a page tells hundreds of times. */
const zoneNames: Record<TimeZoneChoice, Map<number, string>> = {
  browser: new Map(),
  utc: new Map(),
};

function zoneName(time: DateTime, zone: TimeZoneChoice): string {
  const known = zoneNames[zone].get(time.offset);
  if (known !== undefined) return known;
  const name = time.toFormat('ZZZZ');
  zoneNames[zone].set(time.offset, name);
  return name;
}

/**
 * A point in time to the second with the name of the zone it is told in: `2026-11-21 14:03:07 UTC`.
 *
 * @public
 */
export function formatInstant(
  epochMilliseconds: number,
  zone: TimeZoneChoice = 'browser',
): string {
  const time = at(epochMilliseconds, zone);
  return `${time.toFormat('yyyy-MM-dd HH:mm:ss')} ${zoneName(time, zone)}`;
}

/**
 * A point in time as short as it can be told beside `now`: `14:03:07` on the same day, `20 Nov 14:03` within half a year, `2025-11-20` beyond.
 *
 * @public
 */
export function formatShortInstant(
  epochMilliseconds: number,
  now: number,
  zone: TimeZoneChoice = 'browser',
): string {
  const then = at(epochMilliseconds, zone);
  const today = at(now, zone);
  if (then.hasSame(today, 'day')) return then.toFormat('HH:mm:ss');
  return Math.abs(today.diff(then, 'days').days) < 183
    ? then.toFormat('d LLL HH:mm')
    : then.toFormat('yyyy-MM-dd');
}
