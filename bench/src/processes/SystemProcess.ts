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
import { readdirSync } from 'node:fs';
import {
  SystemCommands,
  SystemNotice,
  SystemOptions,
} from '../systems/protocol';
import { endWithThis } from './endWithThis';
import { pinned, SYSTEM_CORE } from './pinning';
import { repositoryRoot, sourceArguments } from './root';

const COMMAND_TIMEOUT = 180_000;

/** A system under test, alone in a fresh process on its own core. */
export class SystemProcess {
  readonly #child: ChildProcess;
  readonly #waiting = new Map<
    number,
    { resolve: (answer: any) => void; reject: (error: Error) => void }
  >();
  readonly #notices = new Set<(notice: SystemNotice) => void>();
  #errors = '';
  #lastId = 0;

  constructor(
    program: 'fleetBackend' | 'informers' | 'kubernetesPlugin',
    options: SystemOptions,
  ) {
    const [command, ...args] = pinned(SYSTEM_CORE, [
      process.execPath,
      '--expose-gc',
      '--max-old-space-size=8192',
      ...sourceArguments(`bench/src/systems/${program}.ts`),
      JSON.stringify(options),
    ]);
    this.#child = spawn(command, args, {
      cwd: repositoryRoot,
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      // A run from within jest is not to look like a test to the backend.
      env: {
        ...process.env,
        NODE_ENV: 'development',
        JEST_WORKER_ID: undefined,
      },
    });
    endWithThis(this.#child);
    this.#child.stderr!.on('data', data => {
      this.#errors = `${this.#errors}${data}`.slice(-4_000);
    });
    this.#child.on('message', message => this.#onMessage(message));
    this.#child.on('exit', code => {
      const error = new Error(
        `The measured process ended (${code}): ${this.#errors}`,
      );
      this.#waiting.forEach(({ reject }) => reject(error));
      this.#waiting.clear();
    });
  }

  onNotice(listener: (notice: SystemNotice) => void): void {
    this.#notices.add(listener);
  }

  ask<Name extends keyof SystemCommands>(
    command: Name,
    argument?: string,
  ): Promise<SystemCommands[Name]> {
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () =>
          reject(new Error(`No answer to ${command} in time: ${this.#errors}`)),
        COMMAND_TIMEOUT,
      );
      this.#waiting.set(id, {
        resolve: answer => {
          clearTimeout(timer);
          resolve(answer);
        },
        reject: error => {
          clearTimeout(timer);
          reject(error);
        },
      });
      this.#child.send({ id, command, argument });
    });
  }

  /** How many files and sockets it has open; undefined where that cannot be told. */
  openFiles(): number | undefined {
    try {
      return readdirSync(`/proc/${this.#child.pid}/fd`).length;
    } catch {
      return undefined;
    }
  }

  async stop(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) {
      return;
    }
    const exited = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await exited;
  }

  #onMessage(message: any): void {
    if ('notice' in message) {
      this.#notices.forEach(listener => listener(message));
      return;
    }
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.error) waiting?.reject(new Error(message.error));
    else waiting?.resolve(message.answer);
  }
}
