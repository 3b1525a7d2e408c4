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

import { mockServices } from '@backstage/backend-test-utils';
import knexFactory, { Knex } from 'knex';
import { openFleetDatabase } from '../../database/openFleetDatabase';
import { FleetLeases } from '../FleetLeases';
import { Lease } from '../Lease';
import { WorkerCommand, WorkerNotice, WorkerOptions } from './WorkerProcess';

const PAUSE_MS = 20;

/**
 * The program of a WorkerProcess: while it holds the lease `work` it writes its token to the table `work`, under the fence, again and
 * again; after it has lost the lease it tries once more.
 */
class LeaseWorker {
  readonly #leases: FleetLeases;
  #standStill: 'stand still' | 'stand still inside' | undefined;

  constructor(database: Knex, options: WorkerOptions) {
    this.#leases = new FleetLeases({
      database,
      logger: mockServices.rootLogger(),
      times: options.times,
    });
    this.#leases.hold({ name: 'work', run: lease => this.#work(lease) });
  }

  async obey(command: WorkerCommand): Promise<void> {
    if (command === 'start') {
      this.#leases.start();
    } else if (command === 'stop') {
      await this.#leases.stop();
      process.exit();
    } else {
      this.#standStill = command;
    }
  }

  async #work(lease: Lease): Promise<void> {
    tell({ type: 'holds', token: lease.token });
    try {
      while (!lease.signal.aborted) {
        await this.#write(lease);
        if (this.#standStill === 'stand still') this.#stopSelf();
        await new Promise(resolve => setTimeout(resolve, PAUSE_MS));
      }
      // After a clean end nobody says that it was lost.
      if (lease.signal.reason.name !== 'LeaseLostError') return;
      await this.#write(lease);
      tell({ type: 'wrote late', token: lease.token });
    } catch (error) {
      tell({ type: 'refused', token: lease.token, why: String(error) });
    }
  }

  async #write(lease: Lease): Promise<void> {
    await lease.fenced(async transaction => {
      await transaction('work').insert({
        token: lease.token,
        holder: this.#leases.instance.id,
      });
      if (this.#standStill === 'stand still inside') this.#stopSelf();
    });
  }

  /** As a machine that is frozen: nothing of this process runs until somebody sends it SIGCONT. */
  #stopSelf(): void {
    this.#standStill = undefined;
    process.kill(process.pid, 'SIGSTOP');
  }
}

function tell(notice: WorkerNotice): void {
  process.send!(notice);
}

async function main(): Promise<void> {
  const options: WorkerOptions = JSON.parse(process.argv[2]);
  const knex = knexFactory({ ...options.database, useNullAsDefault: true });
  await openFleetDatabase(mockServices.database({ knex }));
  const worker = new LeaseWorker(knex, options);
  process.on('message', command => void worker.obey(command as WorkerCommand));
  process.on('disconnect', () => process.exit());
  tell({ type: 'ready' });
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
