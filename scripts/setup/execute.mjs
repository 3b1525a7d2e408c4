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

/**
 * Runs a command to its end and returns its exit code and whole output; never throws for a failing command.
 * `onLine` sees each line as it comes.
 */
export function execute(command, args, options = {}) {
  const { onLine, ...spawnOptions } = options;
  return new Promise(done => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      ...spawnOptions,
    });
    let output = '';
    let pending = '';
    const take = chunk => {
      output += chunk;
      if (!onLine) return;
      const lines = (pending + chunk).split('\n');
      pending = lines.pop();
      lines.forEach(onLine);
    };
    child.stdout.setEncoding('utf8').on('data', take);
    child.stderr.setEncoding('utf8').on('data', take);
    child.on('error', error =>
      done({ code: 127, output: output + String(error) }),
    );
    child.on('close', (code, signal) => {
      if (pending) onLine?.(pending);
      done({ code: code ?? (signal ? 128 : 1), output });
    });
  });
}
