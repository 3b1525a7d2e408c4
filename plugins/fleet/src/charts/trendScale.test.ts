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

import { amountTicks, formatTick, timeTicks } from './trendScale';

const MIB = 1024 ** 2;

describe('amountTicks', () => {
  it.each([
    [0, 'count', [0, 1]],
    [3, 'count', [0, 1, 2, 3, 4]],
    [97, 'count', [0, 50, 100]],
    [1_234, 'count', [0, 500, 1_000, 1_500]],
    [0.3, 'cores', [0, 0.1, 0.2, 0.3, 0.4]],
    [0.62, 'ratio', [0, 0.2, 0.4, 0.6, 0.8]],
    [900 * MIB, 'bytes', [0, 256, 512, 768, 1024].map(each => each * MIB)],
  ] as const)('reaches above %p (%s) in round steps', (most, unit, ticks) => {
    expect(amountTicks(most, unit)).toEqual(ticks);
  });
});

describe('timeTicks', () => {
  const at = (hour: number, minute: number = 0) =>
    Date.UTC(2026, 10, 29, hour, minute);
  const told = (ticks: number[], length: number) =>
    ticks.map(time => formatTick(time, length, 'utc'));

  it('are round times of day, as many as there is room for', () => {
    const hours = timeTicks(at(8, 13), at(14, 13), 'utc', 7);
    expect(told(hours, 6)).toEqual([
      '09:00',
      '10:00',
      '11:00',
      '12:00',
      '13:00',
      '14:00',
    ]);
    expect(told(timeTicks(at(8, 13), at(14, 13), 'utc', 3), 6)).toEqual([
      '10:00',
      '12:00',
      '14:00',
    ]);
    expect(told(timeTicks(at(8, 3), at(9, 2), 'utc', 6), 1)).toEqual([
      '08:10',
      '08:20',
      '08:30',
      '08:40',
      '08:50',
      '09:00',
    ]);
  });

  it('are days where the chart is long, and name the day that begins', () => {
    const week = 7 * 86_400_000;
    expect(told(timeTicks(at(12) - week, at(12), 'utc', 8), week)).toEqual([
      '23 Nov',
      '24 Nov',
      '25 Nov',
      '26 Nov',
      '27 Nov',
      '28 Nov',
      '29 Nov',
    ]);
    expect(told(timeTicks(at(-6), at(6), 'utc', 3), 1)).toEqual([
      '18:00',
      '29 Nov',
      '06:00',
    ]);
  });
});
