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

import { workloads } from '../workloads';
import { parseOptions } from './parseOptions';

describe('parseOptions', () => {
  it('takes a workload as it is, and with other sizes', () => {
    expect(parseOptions(['--workload', 'W3'])).toEqual({
      workloads: [workloads.W3],
      runs: 1,
      out: undefined,
      peers: true,
      writeDocs: false,
      profile: undefined,
      soakMinutes: undefined,
    });
    expect(
      parseOptions(
        '--workload W6 --runs 3 --out x.json --no-peers --clusters 2 --pods 50 --churn 1 --viewers 2 --seconds 1 --sick 1 --profile p'.split(
          ' ',
        ),
      ),
    ).toEqual({
      workloads: [
        {
          ...workloads.W6,
          name: 'W6 (changed)',
          clusters: 2,
          pods: 50,
          churn: 1,
          viewers: 2,
          seconds: 1,
          sick: 1,
        },
      ],
      runs: 3,
      out: 'x.json',
      peers: false,
      writeDocs: false,
      profile: 'p',
      soakMinutes: undefined,
    });
    expect(parseOptions(['--help'])).toBeUndefined();
  });

  it('runs the usual workloads and writes them down when nothing is asked for', () => {
    const { W1, W2, W3, W6 } = workloads;
    const usual = { workloads: [W1, W2, W3, W6], peers: true };
    expect(parseOptions([])).toMatchObject({ ...usual, writeDocs: true });
    expect(parseOptions(['--no-write-docs'])).toMatchObject({
      ...usual,
      writeDocs: false,
    });
    expect(parseOptions(['--no-peers'])).toMatchObject({ writeDocs: false });
  });

  it('soaks in W3 unless told', () => {
    expect(parseOptions(['--soak', '60'])).toMatchObject({
      workloads: [workloads.W3],
      soakMinutes: 60,
      writeDocs: false,
    });
    expect(
      parseOptions(['--soak', '5', '--workload', 'W1', '--write-docs']),
    ).toMatchObject({
      workloads: [workloads.W1],
      soakMinutes: 5,
      writeDocs: true,
    });
  });

  it.each([
    [
      '--workload W9',
      '--workload must be one of W1, W2, W3, W4, W5, W6, W7, not "W9".',
    ],
    ['--pods 5', 'Other sizes and --out need a --workload.'],
    ['--out x.json', 'Other sizes and --out need a --workload.'],
    [
      '--workload W6 --clusters 10',
      '--sick must leave a cluster that is well.',
    ],
    ['--soak 0', '--soak must be a whole number from 1 to 2000, not "0".'],
    [
      '--write-docs --no-write-docs',
      'Choose one of --write-docs and --no-write-docs.',
    ],
    [
      '--workload W1 --runs 0',
      '--runs must be a whole number from 1 to 20, not "0".',
    ],
    [
      '--workload W1 --pods 1.5',
      '--pods must be a whole number from 1 to 200000, not "1.5".',
    ],
    ['--workload W1 --fast', "Unknown option '--fast'. See --help."],
    [
      '--workload W1 --peers --no-peers',
      'Choose one of --peers and --no-peers.',
    ],
    [
      '--workload W1 --pods 5 --write-docs',
      '--write-docs goes only with a workload in its own sizes.',
    ],
    [
      '--workload W1 --profile p --write-docs',
      '--write-docs does not go with --profile: a profiler slows down what it measures.',
    ],
  ])('refuses "%s"', (line, message) => {
    expect(() => parseOptions(line.split(' ').filter(Boolean))).toThrow(
      new Error(message),
    );
  });
});
