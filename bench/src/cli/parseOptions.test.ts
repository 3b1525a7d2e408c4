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
      workload: workloads.W3,
      runs: 1,
      out: 'bench/out/W3.json',
      peers: true,
      writeDocs: false,
      profile: undefined,
    });
    expect(
      parseOptions(
        '--workload W1 --runs 3 --out x.json --no-peers --clusters 2 --pods 50 --churn 1 --viewers 2 --seconds 1 --profile p'.split(
          ' ',
        ),
      ),
    ).toEqual({
      workload: {
        ...workloads.W1,
        name: 'W1 (changed)',
        clusters: 2,
        pods: 50,
        churn: 1,
        viewers: 2,
        seconds: 1,
      },
      runs: 3,
      out: 'x.json',
      peers: false,
      writeDocs: false,
      profile: 'p',
    });
    expect(parseOptions(['--help'])).toBeUndefined();
  });

  it.each([
    ['', '--workload is missing: choose W1 or W3.'],
    ['--workload W9', '--workload must be W1 or W3, not "W9".'],
    [
      '--workload W1 --runs 0',
      '--runs must be a whole number from 1 to 20, not "0".',
    ],
    [
      '--workload W1 --pods 1.5',
      '--pods must be a whole number from 1 to 20000, not "1.5".',
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
