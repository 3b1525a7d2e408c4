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

/** The next minute after `afterMs` that a five-field schedule names, in UTC. */
export function nextCronTime(
  schedule: string,
  afterMs: number,
): number | undefined {
  const fields = schedule.trim().split(/\s+/);
  if (fields.length !== 5) return undefined;
  const ranges: Array<[number, number]> = [
    [0, 59],
    [0, 23],
    [1, 31],
    [1, 12],
    [0, 6],
  ];
  const allowed = fields.map((field, index) =>
    cronField(field, ...ranges[index]),
  );
  if (allowed.some(values => values === undefined)) return undefined;
  const [minutes, hours, days, months, weekdays] = allowed as Set<number>[];
  const time = new Date(afterMs);
  time.setUTCSeconds(0, 0);
  const limit = afterMs + 366 * 86_400_000;
  for (;;) {
    time.setUTCMinutes(time.getUTCMinutes() + 1);
    if (time.getTime() > limit) return undefined;
    const dayFits =
      months.has(time.getUTCMonth() + 1) &&
      days.has(time.getUTCDate()) &&
      weekdays.has(time.getUTCDay());
    if (!dayFits) time.setUTCHours(23, 59);
    else if (!hours.has(time.getUTCHours())) time.setUTCMinutes(59);
    else if (minutes.has(time.getUTCMinutes())) return time.getTime();
  }
}

function cronField(
  field: string,
  low: number,
  high: number,
): Set<number> | undefined {
  const values = new Set<number>();
  for (const part of field.split(',')) {
    const match = /^(\*|\d+)(?:-(\d+))?(?:\/(\d+))?$/.exec(part);
    if (!match) return undefined;
    const [, from, to, step] = match;
    const first = from === '*' ? low : Number(from);
    let last = first;
    if (to !== undefined) last = Number(to);
    else if (from === '*' || step !== undefined) last = high;
    if (first < low || last > high) return undefined;
    for (let value = first; value <= last; value += Number(step ?? 1) || 1) {
      values.add(value);
    }
  }
  return values;
}
