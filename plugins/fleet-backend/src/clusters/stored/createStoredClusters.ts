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
  DatabaseService,
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { systemClock } from '../../inventory/scheduling/Clock';
import { CredentialCipher } from './CredentialCipher';
import { StoredClusterSource } from './StoredClusterSource';
import { StoredClusterStore } from './StoredClusterStore';

export interface StoredClusters {
  readonly store: StoredClusterStore;
  readonly source: StoredClusterSource;
}

/** The clusters that are added in the portal; undefined when no key is configured. The database must be migrated already. */
export async function createStoredClusters(options: {
  config: RootConfigService;
  database: DatabaseService;
  logger: LoggerService;
}): Promise<StoredClusters | undefined> {
  const { config, database, logger } = options;
  const cipher = CredentialCipher.fromConfig(config);
  if (!cipher) {
    return undefined;
  }
  const store = await StoredClusterStore.create({
    database,
    cipher,
    clock: Date.now,
  });
  return {
    store,
    source: new StoredClusterSource({ store, clock: systemClock, logger }),
  };
}
