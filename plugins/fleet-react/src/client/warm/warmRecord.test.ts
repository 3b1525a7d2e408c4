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
import {
  mergedEntries,
  MOST_WARM_ENTRIES,
  MOST_WARM_TEXT,
  WARM_FOR_MS,
  WarmEntry,
} from './warmRecord';

const NOW = Date.UTC(2026, 10, 29);

const entries = (count: number, text: string = '{}') =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index): [string, WarmEntry] => [
      `view ${index}`,
      { at: NOW - index, text },
    ]),
  );

describe('what is kept for the next start', () => {
  it('is the newest of this tab and of the others', () => {
    const present = {
      'of another tab': { at: NOW - 5, text: '5' },
      'newer here': { at: NOW - 5, text: 'old' },
      'newer there': { at: NOW - 1, text: 'new' },
      'of yesterday': { at: NOW - WARM_FOR_MS, text: 'over' },
    };
    const own = new Map([
      ['newer here', { at: NOW, text: 'new' }],
      ['newer there', { at: NOW - 3, text: 'old' }],
    ]);
    expect(mergedEntries(present, own, NOW)).toEqual({
      'newer here': { at: NOW, text: 'new' },
      'newer there': { at: NOW - 1, text: 'new' },
      'of another tab': { at: NOW - 5, text: '5' },
    });
  });

  it('is bounded by number', () => {
    const kept = mergedEntries(entries(MOST_WARM_ENTRIES + 7), new Map(), NOW);
    expect(Object.keys(kept)).toEqual(Object.keys(entries(MOST_WARM_ENTRIES)));
  });

  it('is bounded by size, and leaves out what is too large for the room that is left', () => {
    const third = 'x'.repeat(MOST_WARM_TEXT / 3);
    const kept = mergedEntries(
      entries(5, third),
      new Map([['small', { at: NOW - 9, text: '{}' }]]),
      NOW,
    );
    expect(Object.keys(kept)).toEqual(['view 0', 'view 1', 'small']);
  });
});
