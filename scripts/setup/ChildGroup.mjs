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

const GRACE_MILLISECONDS = 8_000;

/**
 * Long-running children that live and die together: output prefixed with their names, each in a process group
 * of its own, so that stopping one also stops what it started.
 */
export class ChildGroup {
  #children = new Map();
  #stopping = false;
  #onUnexpectedExit;

  /** `onUnexpectedExit(name, code)` is told once, when a child ends although nobody stopped it. */
  constructor({ onUnexpectedExit }) {
    this.#onUnexpectedExit = onUnexpectedExit;
  }

  start(name, command, args, options) {
    const child = spawn(command, args, {
      ...options,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    this.#prefix(name, child.stdout, process.stdout);
    this.#prefix(name, child.stderr, process.stderr);
    const ended = new Promise(done => {
      child.on('error', done);
      child.on('exit', code => {
        done();
        if (this.#stopping) return;
        this.#stopping = true;
        this.#onUnexpectedExit(name, code);
      });
    });
    this.#children.set(name, { child, ended });
  }

  get stopping() {
    return this.#stopping;
  }

  async stop() {
    this.#stopping = true;
    const ends = [...this.#children.values()].map(async ({ child, ended }) => {
      if (child.exitCode === null && child.signalCode === null) {
        this.#signal(child, 'SIGTERM');
        const patience = setTimeout(
          () => this.#signal(child, 'SIGKILL'),
          GRACE_MILLISECONDS,
        );
        await ended;
        clearTimeout(patience);
      }
      // A leader may leave before the processes that it started.
      this.#signal(child, 'SIGKILL');
    });
    await Promise.all(ends);
  }

  #signal(child, signal) {
    try {
      process.kill(-child.pid, signal);
    } catch (error) {
      if (error.code !== 'ESRCH') throw error;
    }
  }

  #prefix(name, from, to) {
    let pending = '';
    from.setEncoding('utf8').on('data', chunk => {
      const lines = (pending + chunk).split('\n');
      pending = lines.pop();
      for (const line of lines) to.write(`[${name}] ${line}\n`);
    });
    from.on('end', () => pending && to.write(`[${name}] ${pending}\n`));
  }
}
