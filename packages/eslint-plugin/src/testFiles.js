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

const TEST_FILE =
  /\.(test|spec)\.[cm]?[jt]sx?$|[\\/](__testUtils__|__fixtures__|__mocks__|e2e-tests)[\\/]|[\\/]setupTests\.[jt]sx?$/;

/** Whether a file runs only in tests. */
function isTestFile(file) {
  return TEST_FILE.test(file);
}

module.exports = { isTestFile };
