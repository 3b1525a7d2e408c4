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

import { readFilters, writeFilters } from './filterAddress';

describe('the filters of an address', () => {
  it('come back as they were written, beside what else is there', () => {
    const filters = {
      clusters: ['eu-west', 'us-east'],
      namespaces: ['shop'],
      statuses: ['error' as const, 'healthy' as const],
      text: 'cart api',
      range: '6h' as const,
    };
    const written = writeFilters(new URLSearchParams('card=a'), filters);

    expect(written.toString()).toBe(
      'card=a&clusters=eu-west%2Cus-east&namespaces=shop&status=error%2Chealthy&q=cart+api&range=6h',
    );
    expect(readFilters(written)).toEqual(filters);
  });

  it('leave nothing behind when they are cleared', () => {
    const search = new URLSearchParams('clusters=a&q=b&range=1h&card=c');
    const cleared = writeFilters(search, {
      clusters: [],
      namespaces: [],
      statuses: [],
      text: '',
    });

    expect(cleared.toString()).toBe('card=c');
  });

  it.each([
    ['', {}],
    ['clusters=,,&status=nonsense&range=forever', {}],
    ['clusters=a,a,b', { clusters: ['a', 'b'] }],
    [`clusters=${'x'.repeat(300)}`, {}],
    ['status=warning,error,evil', { statuses: ['error', 'warning'] }],
  ])('bear anything: %s', (search, expected) => {
    expect(readFilters(new URLSearchParams(search))).toEqual({
      clusters: [],
      namespaces: [],
      statuses: [],
      text: '',
      range: undefined,
      ...expected,
    });
  });
});
