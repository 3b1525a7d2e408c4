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

import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { faultCounts, jestCounts, playwrightCounts } from './counts.mjs';

async function reportFile(t, content) {
  const folder = await mkdtemp(join(tmpdir(), 'quarterdeck-counts-'));
  t.after(() => rm(folder, { recursive: true }));
  const file = join(folder, 'report.json');
  await writeFile(file, JSON.stringify(content));
  return file;
}

test('counts tests, and suites that could not run as one failure each', async t => {
  const file = await reportFile(t, {
    numPassedTests: 10,
    numFailedTests: 2,
    numRuntimeErrorTestSuites: 1,
  });
  assert.deepEqual(await jestCounts(file, 1), { passed: 10, failed: 3 });
});

test('counts a flaky end-to-end test as passed', async t => {
  const file = await reportFile(t, {
    stats: { expected: 5, flaky: 1, unexpected: 0, skipped: 2 },
  });
  assert.deepEqual(await playwrightCounts(file, 0), { passed: 6, failed: 0 });
});

test('a run that fails without a failed test, or leaves no report, is one failure', async t => {
  const file = await reportFile(t, {
    stats: { expected: 0, flaky: 0, unexpected: 0, skipped: 0 },
  });
  assert.deepEqual(await playwrightCounts(file, 1), { passed: 0, failed: 1 });
  assert.deepEqual(await jestCounts('/nowhere/report.json', 1), {
    passed: 0,
    failed: 1,
  });
});

test('counts cases and schedules of the fault suite; one that was not run has not passed', async t => {
  const file = await reportFile(t, {
    cases: ['passed', 'passed', 'failed', 'not run', 'not applicable'].map(
      verdict => ({ verdict }),
    ),
    schedules: { runs: 20, failed: [{ seed: 7 }] },
  });
  assert.deepEqual(await faultCounts(file, 1), { passed: 21, failed: 3 });
});
