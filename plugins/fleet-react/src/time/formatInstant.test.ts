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

import { formatInstant, formatShortInstant } from './formatInstant';

const at = (text: string) => Date.parse(text);

describe('points in time', () => {
  it('are told to the second with the zone', () => {
    expect(formatInstant(at('2026-11-21T14:03:07Z'), 'utc')).toBe(
      '2026-11-21 14:03:07 UTC',
    );
  });

  it.each([
    ['2026-11-21T14:03:07Z', '14:03:07'],
    ['2026-11-20T23:59:59Z', '20 Nov 23:59'],
    ['2026-06-01T08:00:00Z', '1 Jun 08:00'],
    ['2025-11-20T08:00:00Z', '2025-11-20'],
  ])('%s is told as %p in the evening of 21 November 2026', (time, text) => {
    expect(
      formatShortInstant(at(time), at('2026-11-21T20:00:00Z'), 'utc'),
    ).toBe(text);
  });
});
