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
import { Knex } from 'knex';
import { openFleetDatabase } from '../../database/openFleetDatabase';
import { Clock } from '../../inventory/scheduling/Clock';
import { longTimes } from '../../leases/__testUtils__/leaseHarness';
import { FleetLeases } from '../../leases/FleetLeases';
import { AuditStore } from '../AuditStore';
import { createAudit } from '../createAudit';

/** The audit log as one process of the plugin has it. */
export interface OpenAudit {
  readonly audit: AuditStore;
  readonly leases: FleetLeases;
  /** Ends this process as a clean shutdown does. */
  stop(): Promise<void>;
  /** Leaves its leases at their end, as a process does that was killed a while ago. */
  die(): Promise<void>;
}

/** Opens the audit log as a start of the plugin does. */
export async function openAudit(options: {
  knex: Knex;
  clock: () => number;
  timer?: Clock;
}): Promise<OpenAudit> {
  const { knex, clock, timer } = options;
  const logger = mockServices.logger.mock();
  const database = await openFleetDatabase(mockServices.database({ knex }));
  const leases = new FleetLeases({ database, logger, times: longTimes });
  const audit = createAudit({ database, leases, logger, clock, timer });
  leases.start();
  await leases.instance.ensure();
  return {
    audit,
    leases,
    stop: () => leases.stop(),
    async die() {
      await knex('leases')
        .where({ holder: leases.instance.id })
        .update({ expires_at: 1 });
    },
  };
}
