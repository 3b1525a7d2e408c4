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

import { LoggerService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { withinTime } from '../database/withinTime';
import { Clock, sleep } from '../inventory/scheduling/Clock';
import { LeasedWork } from '../leases/holdLease';
import {
  instanceLeaseName,
  instanceLeasePrefix,
} from '../leases/InstanceLease';
import { Lease } from '../leases/Lease';
import { LeaseStore } from '../leases/LeaseStore';
import { encodeAuditText } from './auditText';
import { AUDIT_TABLE, RawDbAuditRow } from './RawDbAuditRow';

const INTERVAL_MS = 5_000;
const DAY_MS = 86_400_000;

/**
 * Closes as unknown what dead processes left pending: those that hold no lease of their own any longer.
 *
 * @remarks
 *
 * A process that only seemed dead, because the database was out of its reach, overwrites that with the true outcome.
 */
export class AuditSweep implements LeasedWork {
  readonly name = 'audit-sweep';
  readonly #database: Knex;
  readonly #leases: LeaseStore;
  readonly #instance: string;
  readonly #logger: LoggerService;
  readonly #now: () => number;
  readonly #timer: Clock;

  constructor(options: {
    database: Knex;
    leases: LeaseStore;
    /** This process, whose records are its own affair. */
    instance: string;
    logger: LoggerService;
    /** Epoch milliseconds. */
    clock: () => number;
    /** For the time between two sweeps. */
    timer: Clock;
  }) {
    this.#database = options.database;
    this.#leases = options.leases;
    this.#instance = options.instance;
    this.#logger = options.logger;
    this.#now = options.clock;
    this.#timer = options.timer;
  }

  async run(lease: Lease): Promise<void> {
    await this.#leases.forget(instanceLeasePrefix, DAY_MS);
    while (!lease.signal.aborted) {
      // What is abandoned here writes nothing once the lease is another's.
      await withinTime(this.#sweep(lease));
      await sleep(this.#timer, INTERVAL_MS, lease.signal);
    }
  }

  async #sweep(lease: Lease): Promise<void> {
    const dead = await this.#deadInstances();
    if (dead.length === 0) return;
    const closed = await lease.fenced(transaction =>
      transaction<RawDbAuditRow>(AUDIT_TABLE)
        .where({ outcome: 'pending' })
        .whereIn('instance_id', dead)
        .update({
          outcome: 'unknown',
          message: encodeAuditText(
            'The portal stopped before the outcome was known. Look at the object to see whether it was done.',
          ),
          completed_at: this.#now(),
        }),
    );
    if (closed > 0) {
      this.#logger.warn(
        `${closed} actions were under way when the portal stopped; their outcome is unknown`,
      );
    }
  }

  /** A process takes its lease before it writes its first record: whose records were seen first and has no lease after that is dead. */
  async #deadInstances(): Promise<string[]> {
    const instances: string[] = await this.#database<RawDbAuditRow>(AUDIT_TABLE)
      .where({ outcome: 'pending' })
      .whereNot({ instance_id: this.#instance })
      .distinct()
      .pluck('instance_id');
    if (instances.length === 0) return [];
    const alive = await this.#leases.held(instances.map(instanceLeaseName));
    return instances.filter(id => !alive.has(instanceLeaseName(id)));
  }
}
