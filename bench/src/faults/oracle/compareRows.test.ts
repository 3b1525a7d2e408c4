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

import { compareRows, SentRow } from './compareRows';

const row = (uid: string, fields: object = {}): SentRow => ({
  uid,
  cluster: 'c',
  name: `pod-${uid}`,
  ...fields,
});

describe('compareRows', () => {
  it.each<[string, SentRow[], SentRow[], string | undefined]>([
    ['equal rows', [row('1'), row('2')], [row('2'), row('1')], undefined],
    ['none', [], [], undefined],
    [
      'a row that is missing',
      [row('1'), row('2')],
      [row('1')],
      'pods: 1 of 2 rows are missing, such as pod-2',
    ],
    [
      'a row that should be gone',
      [row('1')],
      [row('1'), row('2')],
      'pods: 1 rows of what is not there, such as pod-2',
    ],
    [
      'another one under the same name',
      [row('2', { name: 'pod-1' })],
      [row('1')],
      'pods: 1 of 1 rows are missing, such as pod-1',
    ],
    [
      'a row twice',
      [row('1')],
      [row('1'), row('1')],
      'pods: a row is there twice',
    ],
    [
      'an old field',
      [row('1', { restarts: 2 })],
      [row('1', { restarts: 1 })],
      'pods: pod-1 has restarts 1, not 2',
    ],
    [
      'another label',
      [row('1', { labels: { a: '1' } })],
      [row('1', { labels: { a: '2' } })],
      'pods: pod-1 has labels {"a":"2"}, not {"a":"1"}',
    ],
  ])('tells %s', (_, expected, actual, wrong) => {
    expect(compareRows('pods', expected, actual)).toBe(wrong);
  });
});
