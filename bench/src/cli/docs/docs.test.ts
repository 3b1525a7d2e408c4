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

import { markdownTable } from './markdownTable';
import { replaceSection } from './replaceSection';

describe('replaceSection', () => {
  const text = [
    'Before.',
    '<!-- bench:W1 -->',
    'old',
    '<!-- /bench:W1 -->',
    'Written by people.',
    '<!-- bench:W2 --><!-- /bench:W2 -->',
  ].join('\n');

  it('leaves what is outside of the markers', () => {
    const once = replaceSection(text, 'W1', 'new');
    expect(once).toBe(text.replace('\nold\n', '\n\nnew\n\n'));
    expect(replaceSection(once, 'W1', 'new')).toBe(once);
    expect(replaceSection(text, 'W2', 'first')).toContain(
      '<!-- bench:W2 -->\n\nfirst\n\n<!-- /bench:W2 -->',
    );
  });

  it('refuses what has no place', () => {
    expect(() => replaceSection(text, 'W3', 'new')).toThrow(
      new Error('The documentation has no place for W3'),
    );
  });
});

it('aligns tables', () => {
  expect(
    markdownTable([
      ['Measure', 'Aim', ''],
      ['Page', '≤ 25 ms', 'met'],
    ]),
  ).toBe(
    [
      '| Measure | Aim     |     |',
      '| ------- | ------- | --- |',
      '| Page    | ≤ 25 ms | met |',
    ].join('\n'),
  );
});
