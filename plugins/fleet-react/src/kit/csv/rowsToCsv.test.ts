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

import { rowsToCsv } from './rowsToCsv';

describe('rowsToCsv', () => {
  it('has a column for each field of any row, and nothing for what is absent', () => {
    expect(
      rowsToCsv([
        { name: 'ark', knots: 3 },
        { name: 'beagle', flag: undefined, crew: { officers: { first: 2 } } },
      ]),
    ).toBe('name,knots,crew.officers.first\r\nark,3,\r\nbeagle,,2\r\n');
  });

  it('quotes what would end a cell, and doubles quotes', () => {
    expect(
      rowsToCsv([{ 'a,b': 'x,y', text: 'he said "aye"', lines: 'one\r\ntwo' }]),
    ).toBe('"a,b",text,lines\r\n"x,y","he said ""aye""","one\r\ntwo"\r\n');
  });

  it('joins lists, and writes objects in them as JSON', () => {
    expect(rowsToCsv([{ images: ['a:1', 'b:2'], owners: [{ uid: 1 }] }])).toBe(
      'images,owners\r\na:1; b:2,"{""uid"":1}"\r\n',
    );
  });

  it.each([
    ['=cmd|calc!A0', `'=cmd|calc!A0`],
    ['+1', `'+1`],
    ['-1', `'-1`],
    ['@SUM(A1)', `'@SUM(A1)`],
    ['\tx', `'\tx`],
    ['\rx', `"'\rx"`],
    ['a=b', 'a=b'],
  ])('lets no spreadsheet run %j', (text, cell) => {
    expect(rowsToCsv([{ [text]: 1, list: [text], labels: { text } }])).toBe(
      `${cell},list,labels.text\r\n1,${cell},${cell}\r\n`,
    );
  });

  it('leaves negative numbers alone, and has nothing of no rows', () => {
    expect(rowsToCsv([{ offset: -5, on: false }])).toBe(
      'offset,on\r\n-5,false\r\n',
    );
    expect(rowsToCsv([])).toBe('');
  });
});
