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

import { SampleUnit } from '@quarterdeck/backstage-plugin-fleet-common';
import { TimeZoneChoice } from '@quarterdeck/backstage-plugin-fleet-react';
import { DateTime, DurationLikeObject } from 'luxon';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const ABOUT_TICKS = 4;

/**
 * Round numbers from zero to above a value, for an axis: of bytes in steps of 1, 2, 4, … of MiB, GiB and so on, of others in steps of 1, 2
 * and 5 of a power of ten, of counts in whole ones.
 */
export function amountTicks(most: number, unit: SampleUnit): number[] {
  const wanted = Math.max(most, 0) / ABOUT_TICKS;
  const step = most > 0 ? stepOf(wanted, unit) : 1;
  const last = Math.max(1, Math.ceil((most * 1.02) / step));
  return Array.from({ length: last + 1 }, (_, place) =>
    Number((place * step).toPrecision(12)),
  );
}

function stepOf(wanted: number, unit: SampleUnit): number {
  if (unit === 'bytes') return 2 ** Math.ceil(Math.log2(wanted));
  const power = 10 ** Math.floor(Math.log10(wanted));
  const step = [1, 2, 5, 10].find(each => each * power >= wanted)! * power;
  return unit === 'count' ? Math.max(1, step) : step;
}

const SPANS: { length: number; span: DurationLikeObject }[] = [
  { length: MINUTE, span: { minutes: 1 } },
  { length: 2 * MINUTE, span: { minutes: 2 } },
  { length: 5 * MINUTE, span: { minutes: 5 } },
  { length: 10 * MINUTE, span: { minutes: 10 } },
  { length: 15 * MINUTE, span: { minutes: 15 } },
  { length: 30 * MINUTE, span: { minutes: 30 } },
  { length: HOUR, span: { hours: 1 } },
  { length: 2 * HOUR, span: { hours: 2 } },
  { length: 3 * HOUR, span: { hours: 3 } },
  { length: 6 * HOUR, span: { hours: 6 } },
  { length: 12 * HOUR, span: { hours: 12 } },
  { length: DAY, span: { days: 1 } },
  { length: 2 * DAY, span: { days: 2 } },
  { length: 5 * DAY, span: { days: 5 } },
  { length: 10 * DAY, span: { days: 10 } },
];

/** Round times of day between two points in time, at most as many as there is room for. */
export function timeTicks(
  from: number,
  to: number,
  zone: TimeZoneChoice,
  room: number,
): number[] {
  const fitting = SPANS.find(
    ({ length }) => (to - from) / length <= Math.max(1, room),
  );
  const { length, span } = fitting ?? SPANS[SPANS.length - 1];
  const ticks: number[] = [];
  // From midnight on, so that the hours are round ones by the person's clock.
  let next = inZone(from, zone).startOf('day');
  while (next.toMillis() <= to) {
    if (next.toMillis() >= from) ticks.push(next.toMillis());
    const after = next.plus(span);
    const behind = from - after.toMillis();
    next =
      behind > 2 * length && length < DAY
        ? after.plus(Math.floor(behind / length) * length)
        : after;
  }
  return ticks;
}

/** A time beside an axis: the day where it begins or where days are shown, else the time of day. */
export function formatTick(
  time: number,
  length: number,
  zone: TimeZoneChoice,
): string {
  const at = inZone(time, zone);
  const isMidnight = at.hour === 0 && at.minute === 0;
  return length > 2 * DAY || isMidnight
    ? at.toFormat('d LLL')
    : at.toFormat('HH:mm');
}

/** A time in full, with the day where the chart is longer than one. */
export function formatMoment(
  time: number,
  length: number,
  zone: TimeZoneChoice,
): string {
  return inZone(time, zone).toFormat(
    length > DAY / 2 ? 'ccc d LLL HH:mm' : 'HH:mm:ss',
  );
}

function inZone(time: number, zone: TimeZoneChoice): DateTime {
  return DateTime.fromMillis(time, {
    zone: zone === 'utc' ? 'utc' : 'local',
    locale: 'en-GB',
  });
}
