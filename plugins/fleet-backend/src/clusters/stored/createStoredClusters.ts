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

import {
  AuditorService,
  DatabaseService,
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { AuditStore } from '../../audit/AuditStore';
import { Inventory } from '../../inventory/Inventory';
import { systemClock } from '../../inventory/scheduling/Clock';
import { AddressPolicy } from './AddressPolicy';
import { ChangeRecorder } from './ChangeRecorder';
import { CredentialCipher } from './CredentialCipher';
import { StoredClusters } from './StoredClusters';
import { StoredClusterSource } from './StoredClusterSource';
import { StoredClusterStore } from './StoredClusterStore';

/** The clusters that are added in the portal. The database must be migrated already. */
export async function createStoredClusters(options: {
  config: RootConfigService;
  database: DatabaseService;
  logger: LoggerService;
  audit: AuditStore;
  auditor: AuditorService;
  inventory: Inventory;
}): Promise<StoredClusters> {
  const { config, database, logger, audit, auditor, inventory } = options;
  const clock = systemClock;
  const addresses = AddressPolicy.fromConfig(config);
  const store = await StoredClusterStore.create({
    database,
    cipher: CredentialCipher.fromConfig(config),
    clock: () => clock.now(),
  });
  return new StoredClusters({
    source: new StoredClusterSource({ store, addresses, clock, logger }),
    store,
    addresses,
    inventory,
    recorder: new ChangeRecorder({ audit, auditor, logger }),
    clock,
  });
}
