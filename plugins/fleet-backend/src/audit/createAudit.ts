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
import { Clock } from '../inventory/scheduling/Clock';
import { FleetLeases } from '../leases/FleetLeases';
import { steadyClock } from '../leases/steadyClock';
import { AuditStore } from './AuditStore';
import { AuditSweep } from './AuditSweep';

/** The audit log, and the closing of what dead processes left open in it. */
export function createAudit(options: {
  /** Migrated already. */
  database: Knex;
  leases: FleetLeases;
  logger: LoggerService;
  /** Epoch milliseconds. */
  clock: () => number;
  /** For the time between two sweeps. */
  timer?: Clock;
}): AuditStore {
  const { database, leases, logger, clock, timer = steadyClock } = options;
  leases.hold(
    new AuditSweep({
      database,
      leases: leases.store,
      instance: leases.instance.id,
      logger,
      clock,
      timer,
    }),
  );
  return new AuditStore({
    database,
    instance: leases.instance,
    logger,
    clock,
  });
}
