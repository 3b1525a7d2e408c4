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

import { Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds, HumanDuration } from '@backstage/types';

const KEY = 'catalog.providers.fleet';

/** How clusters become entities. */
export interface FleetCatalogOptions {
  readonly defaultOwner: string | undefined;
  readonly namespace: string;
  readonly exclude: readonly string[];
  readonly apiServer: boolean;
  /** Address of the fleet's page; absent when the portal's is not configured. */
  readonly page: string | undefined;
  /** Milliseconds. */
  readonly initialDelay: number;
  /** Milliseconds. */
  readonly interval: number;
}

/** @throws InputError naming the key that cannot be used. */
export function readFleetCatalogOptions(config: Config): FleetCatalogOptions {
  const own = config.getOptionalConfig(KEY);
  const namespace = own?.getOptionalString('namespace') ?? 'default';
  if (!/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(namespace)) {
    throw new InputError(
      `${KEY}.namespace is '${namespace}', but must be lower case letters, digits and dashes`,
    );
  }
  const portal = config.getOptionalString('app.baseUrl');
  const path = own?.getOptionalString('pagePath') ?? '/fleet';
  const duration = (key: string, otherwise: HumanDuration) =>
    durationToMilliseconds(
      own?.has(key) ? readDurationFromConfig(own, { key }) : otherwise,
    );
  return {
    defaultOwner: own?.getOptionalString('defaultOwner'),
    namespace,
    exclude: own?.getOptionalStringArray('exclude') ?? [],
    apiServer: own?.getOptionalBoolean('apiServer') ?? false,
    page:
      portal &&
      `${portal.replace(/\/+$/, '')}/${path.replace(/^\/+|\/+$/g, '')}`,
    initialDelay: duration('initialDelay', { seconds: 30 }),
    interval: duration('interval', { minutes: 1 }),
  };
}
