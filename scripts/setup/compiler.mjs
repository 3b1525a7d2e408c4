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

import { execute } from './execute.mjs';

const TOOLS = [
  { name: 'python3', candidates: ['python3'] },
  { name: 'make', candidates: ['make', 'gmake'] },
  { name: 'a C++ compiler', candidates: ['c++', 'g++', 'clang++'] },
];

/** Which of the tools that compile native modules are missing. */
export async function missingBuildTools(environment = process.env) {
  const missing = [];
  for (const { name, candidates } of TOOLS) {
    const answers = await Promise.all(
      candidates.map(command =>
        execute(command, ['--version'], { env: environment }),
      ),
    );
    if (answers.every(({ code }) => code !== 0)) missing.push(name);
  }
  return missing;
}

/** How to get them, in the words of the platform. */
export function howToInstallBuildTools(platform = process.platform) {
  return platform === 'darwin'
    ? '"xcode-select --install"'
    : '"apt-get install -y python3 make g++" (or your distribution\'s equivalent)';
}
