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

import { aims, verdictOf } from './aims';

const spread = (median: number) => ({ median, min: median, max: median });

describe('verdictOf', () => {
  const base = { measure: 'm', path: 'p', workload: 'W3', unit: '' } as const;
  const atMost = { ...base, direction: 'at most', value: 200 } as const;
  const atLeast = { ...base, direction: 'at least', value: 12 } as const;

  it.each([
    ['below a limit', atMost, 150, { state: 'met', off: 0.75 }],
    ['at a limit', atMost, 200, { state: 'met', off: 1 }],
    ['above a limit', atMost, 300, { state: 'missed', off: 1.5 }],
    ['what is to be many', atLeast, 24, { state: 'met', off: 0.5 }],
    ['too few', atLeast, 8, { state: 'missed', off: 1.5 }],
    [
      'anything where nothing is allowed',
      { ...atMost, value: 0 },
      3,
      { state: 'missed', off: Infinity },
    ],
  ] as const)('judges %s', (_, aim, measured, expected) => {
    expect(verdictOf(aim, { p: spread(measured) })).toEqual({
      measured,
      ...expected,
    });
  });

  it('says when there is no number', () => {
    const unknown = { state: 'not measured' };
    expect(verdictOf(atMost, undefined)).toEqual(unknown);
    expect(verdictOf(atMost, { q: spread(1) })).toEqual(unknown);
  });
});

it('has each number once', () => {
  const paths = aims.map(({ path }) => path);
  expect(paths).toEqual([...new Set(paths)]);
});
