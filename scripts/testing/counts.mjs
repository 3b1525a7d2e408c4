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

import { readFile } from 'node:fs/promises';

async function readReport(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return undefined;
  }
}

// A run that failed outside any test, such as a suite that does not compile or a server that does not start, is one failure.
function settle({ passed, failed }, code) {
  return code !== 0 && failed === 0
    ? { passed, failed: 1 }
    : { passed, failed };
}

/** Passed and failed tests of a Jest JSON report; a suite that could not run counts as one failure. */
export async function jestCounts(file, code) {
  const report = await readReport(file);
  if (!report) return { passed: 0, failed: 1 };
  return settle(
    {
      passed: report.numPassedTests,
      failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    },
    code,
  );
}

/** Passed and failed tests of a Playwright JSON report; a flaky test passed in the end. */
export async function playwrightCounts(file, code) {
  const report = await readReport(file);
  if (!report) return { passed: 0, failed: 1 };
  const { expected, flaky, unexpected } = report.stats;
  return settle({ passed: expected + flaky, failed: unexpected }, code);
}

/** Cases and random schedules of the fault suite that passed and failed. What does not apply to the plugin is neither. */
export async function faultCounts(file, code) {
  const report = await readReport(file);
  if (!report) return { passed: 0, failed: 1 };
  const { cases, schedules } = report;
  const count = verdict =>
    cases.filter(each => each.verdict === verdict).length;
  const failed = schedules?.failed.length ?? 0;
  return settle(
    {
      passed: count('passed') + (schedules?.runs ?? 0) - failed,
      failed: count('failed') + count('not run') + failed,
    },
    code,
  );
}
