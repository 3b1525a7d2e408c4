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

import { parseOptions } from './parseOptions';

describe('parseOptions', () => {
  it('starts the default fleet without options', () => {
    expect(parseOptions([])).toEqual({
      help: false,
      kubeconfig: '.cache/demo-fleet/kubeconfig',
      fleet: { port: 6440 },
    });
  });

  it('takes the numbers of a synthetic fleet', () => {
    expect(
      parseOptions([
        '--clusters=50',
        '--pods',
        '2000',
        '--churn',
        '200',
        '--seed',
        '3',
        '--port',
        '7000',
        '--speed',
        '2.5',
      ]).fleet,
    ).toEqual({
      clusters: 50,
      pods: 2_000,
      churn: 200,
      seed: 3,
      port: 7_000,
      speed: 2.5,
    });
  });

  it.each([
    [['--bogus'], "Unknown option '--bogus'. See --help."],
    [
      ['--pods', 'many'],
      '--pods must be a whole number from 1 to 200000, not "many".',
    ],
    [
      ['--clusters', '1.5'],
      '--clusters must be a whole number from 1 to 500, not "1.5".',
    ],
    [
      ['--churn', '-1'],
      expect.stringMatching(
        /^Option '--churn' argument is ambiguous.* See --help\.$/,
      ),
    ],
    [
      ['--port', ''],
      '--port must be a whole number from 1024 to 65000, not "".',
    ],
    [
      ['--scenario', 'a.yaml', '--pods', '3'],
      '--scenario cannot go with --clusters, --pods or --churn: a fleet is either a scenario or synthetic.',
    ],
  ])('refuses %j in one sentence', (args, sentence) => {
    const refuse = () => parseOptions(args);
    expect(refuse).toThrow(expect.objectContaining({ message: sentence }));
  });
});
