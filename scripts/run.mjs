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

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { SetupError, runMain } from './setup/SetupError.mjs';
import { setUp } from './setup/setUp.mjs';
import { sourceArguments } from './setup/sourceCommand.mjs';

const PROGRAMS = {
  'demo-fleet': 'packages/demo-fleet/src/cli.ts',
  bench: 'bench/src/cli.ts',
  'bench:faults': 'bench/src/faults/cli.ts',
  'bench:pages': 'bench/src/pages/cli.ts',
};

await runMain(async () => {
  const [name, ...args] = process.argv.slice(2);
  const file = PROGRAMS[name];
  if (!file) {
    throw new SetupError(
      `Unknown program "${name ?? ''}": choose one of ${Object.keys(
        PROGRAMS,
      ).join(', ')}.`,
    );
  }
  // Standard output belongs to the program: its answer may be piped.
  const { root, node } = await setUp({
    log: line => process.stderr.write(`[setup] ${line}\n`),
  });
  const path = join(root, file);
  if (!existsSync(path)) throw new SetupError(`${file} does not exist.`);

  const child = spawn(node.executable, [...sourceArguments(path), ...args], {
    cwd: root,
    env: node.environment,
    stdio: 'inherit',
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => child.kill(signal));
  }
  const code = await new Promise(done => child.on('exit', done));
  process.exitCode = code ?? 1;
});
