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
import path from 'node:path';
import { LeaseTimes } from '../Lease';
import { until } from './leaseHarness';

export interface WorkerOptions {
  readonly database: { readonly client: string; readonly connection: object };
  readonly times: LeaseTimes;
}

/** `stand still`: between two writes, `stand still inside`: in the middle of one, both as by SIGSTOP. */
export type WorkerCommand =
  'start' | 'stop' | 'stand still' | 'stand still inside';

export type WorkerNotice =
  | { readonly type: 'ready' }
  | { readonly type: 'holds' | 'wrote late'; readonly token: number }
  | { readonly type: 'refused'; readonly token: number; readonly why: string };

/** A process that works under the lease `work` when it gets it. */
export class WorkerProcess {
  readonly notices: WorkerNotice[] = [];
  readonly #child: ChildProcess;
  readonly #ended: Promise<unknown>;
  #errors = '';

  /** Starts one, with the database open. It asks for no lease before it is told to start. */
  static async open(options: WorkerOptions): Promise<WorkerProcess> {
    const worker = new WorkerProcess(options);
    await until(
      () => worker.has('ready') || worker.#gone,
      'a process opens the database',
    );
    if (worker.#gone) throw new Error(`A process ended: ${worker.#errors}`);
    return worker;
  }

  private constructor(options: WorkerOptions) {
    this.#child = spawn(
      process.execPath,
      [
        '--require',
        require.resolve('@backstage/cli-node/config/nodeTransform.cjs'),
        path.join(__dirname, 'leaseWorker.ts'),
        JSON.stringify(options),
      ],
      {
        stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
        env: { ...process.env, JEST_WORKER_ID: undefined },
      },
    );
    this.#ended = once(this.#child, 'exit');
    this.#child.stderr!.on('data', data => {
      this.#errors = `${this.#errors}${data}`.slice(-4_000);
    });
    this.#child.on('message', notice =>
      this.notices.push(notice as WorkerNotice),
    );
  }

  get #gone(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  has(type: WorkerNotice['type']): boolean {
    return this.notices.some(notice => notice.type === type);
  }

  /** The token of the last lease that it got. */
  get token(): number {
    return Math.max(
      0,
      ...this.notices.map(notice =>
        notice.type === 'holds' ? notice.token : 0,
      ),
    );
  }

  tell(command: WorkerCommand): void {
    this.#child.send(command);
  }

  signal(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  /** Ends it whatever it does. */
  async kill(): Promise<void> {
    if (this.#gone) return;
    this.#child.kill('SIGKILL');
    await this.#ended;
  }
}
