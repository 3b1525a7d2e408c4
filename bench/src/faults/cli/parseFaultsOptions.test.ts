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

import { parseFaultsOptions } from './parseFaultsOptions';

const known = ['A1', 'A2', 'B35'];
const parse = (...args: string[]) => parseFaultsOptions(args, known, 5_000_000);

describe('parseFaultsOptions', () => {
  it('runs everything unless told', () => {
    expect(parse()).toEqual({
      runs: 2_000,
      seed: 5_000,
      cases: undefined,
      peers: true,
      atOnce: undefined,
      patience: 1,
      out: 'bench/out/faults.json',
      writeDocs: false,
    });
  });

  it('takes single cases, and then no schedules unless told', () => {
    expect(parse('--cases', 'A2,B35')).toMatchObject({
      cases: ['A2', 'B35'],
      runs: 0,
    });
    expect(
      parse('--cases', 'none', '--runs', '1', '--seed', '77'),
    ).toMatchObject({ cases: [], runs: 1, seed: 77 });
  });

  it('helps', () => {
    expect(parse('--help')).toBeUndefined();
  });

  it.each([
    [['--cases', 'A9'], 'There is no case "A9": choose of A1, A2, B35.'],
    [
      ['--runs', 'many'],
      '--runs must be a whole number from 0 to 1000000, not "many".',
    ],
    [
      ['--patience', '0'],
      '--patience must be a whole number from 1 to 20, not "0".',
    ],
    [
      ['--write-docs', '--no-peers'],
      '--write-docs goes only with the whole table and all systems.',
    ],
    [['--frobnicate'], "Unknown option '--frobnicate'. See --help."],
  ])('refuses %j', (args, message) => {
    expect(() => parse(...args)).toThrow(message);
  });
});
