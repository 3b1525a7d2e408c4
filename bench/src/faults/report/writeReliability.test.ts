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

import type { CaseResult } from '../table/CaseResult';
import type { FaultsReport } from './FaultsReport';
import { reliabilitySection } from './writeReliability';

const result = (
  system: CaseResult['system'],
  verdict: CaseResult['verdict'],
  message?: string,
): CaseResult => ({ id: 'A9', system, verdict, seconds: 1, message });

const report: FaultsReport = {
  date: '2026-11-28T16:00:00.000Z',
  versions: { node: 'v22.23.3', clientNode: '1.4.0' },
  machine: { cores: 2, cpu: 'Example', memoryGb: 24 },
  patience: 1,
  seconds: 300,
  cases: [
    result('quarterdeck', 'passed', '5 attempts in a minute'),
    result('informers', 'failed', 'There were 19468 attempts\nin a `minute`'),
  ],
  schedules: {
    runs: 2_000,
    seed: 7,
    seconds: 400,
    steps: 30_000,
    failed: [{ seed: 12, seconds: 1, steps: [], failure: 'a row is missing' }],
  },
};

describe('reliabilitySection', () => {
  const lines = reliabilitySection(report).split('\n');

  it('counts per system, and calls what has no result not run', () => {
    expect(lines).toContain(
      '| Quarterdeck          | 1      | 0      | 0              | 43      |',
    );
    expect(lines).toContain(
      '| Informers            | 0      | 1      | 0              | 43      |',
    );
    const row = lines.find(line => line.startsWith('| A9 '))!;
    expect(row.split('|').map(cell => cell.trim())).toEqual([
      '',
      'A9',
      expect.stringContaining('no more than ten attempts a minute'),
      'passed',
      '**failed**',
      'not run',
      '',
    ]);
  });

  it('names the seeds that failed, and says why cases did, in one line each', () => {
    expect(lines).toContain(
      '2,000 random schedules with 30,000 steps, seeds from 7, in 400 s: 1 failed (seeds 12).',
    );
    expect(lines).toContain(
      "- A9, Informers: `There were 19468 attempts in a 'minute'`",
    );
  });

  it('has tables whose columns are aligned', () => {
    const tables = lines.filter(line => line.startsWith('|'));
    const widths = new Set(tables.slice(5).map(line => line.length));
    expect(widths.size).toBe(1);
  });
});
