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

import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';

export const repositoryRoot = dirname(
  dirname(dirname(require.resolve('../package.json'))),
);

const KEPT_OUTPUT = 20_000;

/** How a process ended. */
export interface ProcessEnd {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** From the signal to the end. */
  readonly milliseconds: number;
}

/** A TypeScript program of this repository, run from source by the Node that runs this. */
export class SourceProcess {
  readonly #child: ChildProcess;
  readonly #ended: Promise<[number | null, NodeJS.Signals | null]>;
  #output = '';

  constructor(options: {
    /** Relative to the repository. */
    folder: string;
    program: string;
    args: string[];
    env?: Record<string, string>;
  }) {
    // A test runner's own variables would make the program think that it is under test.
    const { JEST_WORKER_ID: _, NODE_OPTIONS: __, ...env } = process.env;
    this.#child = spawn(
      process.execPath,
      [
        '--require',
        require.resolve('@backstage/cli-node/config/nodeTransform.cjs', {
          paths: [repositoryRoot],
        }),
        options.program,
        ...options.args,
      ],
      {
        cwd: join(repositoryRoot, options.folder),
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { ...env, ...options.env },
      },
    );
    this.#ended = once(this.#child, 'exit') as Promise<any>;
    const killWithParent = () => this.#child.kill('SIGKILL');
    process.once('exit', killWithParent);
    this.#child.once('exit', () => process.off('exit', killWithParent));
    for (const output of [this.#child.stdout!, this.#child.stderr!]) {
      output.on('data', data => {
        this.#output = `${this.#output}${data}`.slice(-KEPT_OUTPUT);
      });
    }
  }

  /** The last of what it has written. */
  get output(): string {
    return this.#output;
  }

  get running(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** Asks until the answer is yes. Throws with the output when the program ends before, or when time is up. */
  async until(what: string, ready: () => Promise<boolean>, timeout: number) {
    const deadline = Date.now() + timeout;
    while (!(await ready().catch(() => false))) {
      if (!this.running || Date.now() > deadline) {
        await this.end('SIGKILL');
        throw new Error(`Not in time: ${what}\n${this.#output}`);
      }
      await new Promise(resolve => setTimeout(resolve, 50));
    }
  }

  /** Sends a signal and waits for the end. */
  async end(signal: NodeJS.Signals): Promise<ProcessEnd> {
    const began = performance.now();
    this.#child.kill(signal);
    const [code, endedBy] = await this.#ended;
    return {
      code,
      signal: endedBy,
      milliseconds: performance.now() - began,
    };
  }
}
