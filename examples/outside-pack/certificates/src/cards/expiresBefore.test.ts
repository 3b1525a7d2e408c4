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

import { expiresBefore } from './expiresBefore';

describe('expiresBefore', () => {
  it.each([
    ['2026-01-10T00:00:00.000Z', 1, '2026-01-12T00:00:00.000Z'],
    ['2026-01-10T23:59:59.999Z', 1, '2026-01-12T00:00:00.000Z'],
    ['2026-01-11T00:00:00.000Z', 1, '2026-01-13T00:00:00.000Z'],
    ['2026-02-20T12:00:00.000Z', 30, '2026-03-23T00:00:00.000Z'],
  ])('at %s within %i days is before %s', (now, days, before) => {
    const result = expiresBefore(Date.parse(now), days);
    expect(new Date(result).toISOString()).toBe(before);
  });
});
