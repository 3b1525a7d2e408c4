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
  AuthService,
  DiscoveryService,
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { systemClock } from '../../inventory/scheduling/Clock';
import { ClusterSource } from '../sources/ClusterSource';
import { CloudStrategies } from './CloudStrategies';
import { KubernetesConfigSource } from './KubernetesConfigSource';
import { KubernetesProxySource } from './KubernetesProxySource';
import { SERVICE_ACCOUNT_FOLDER } from './ownServiceAccount';
import { PluginTokenCredentials } from './PluginTokenCredentials';
import { readConfigLocator } from './readConfigLocator';

const METHODS = 'kubernetes.clusterLocatorMethods';

export interface KubernetesSourcesOptions {
  readonly config: RootConfigService;
  readonly logger: LoggerService;
  readonly auth: AuthService;
  readonly discovery: DiscoveryService;
}

/**
 * The clusters of the configuration's section `kubernetes`: those of its `config` locator directly, with the login that is configured there; all
 * others through the Kubernetes plugin, which alone knows them.
 */
export async function kubernetesSources(
  options: KubernetesSourcesOptions,
): Promise<readonly ClusterSource[]> {
  const { config, logger, auth, discovery } = options;
  const methods = config.getOptionalConfigArray(METHODS) ?? [];
  const enabled = config.getOptionalBoolean('fleet.kubernetes.enabled') ?? true;
  if (!enabled) {
    return [];
  }
  const strategies = new CloudStrategies({ config, logger });
  const located = methods.flatMap((method, index) =>
    method.getOptionalString('type') === 'config'
      ? [
          readConfigLocator(method, {
            key: `${METHODS}[${index}]`,
            strategies,
            serviceAccountFolder: SERVICE_ACCOUNT_FOLDER,
          }),
        ]
      : [],
  );
  const sources: ClusterSource[] = located.map(
    ({ key, definitions }) => new KubernetesConfigSource(key, definitions),
  );
  const foreign = located.some(({ unknown }) => unknown.length > 0);
  if (foreign || located.length < methods.length) {
    sources.push(
      new KubernetesProxySource({
        known: new Set(located.flatMap(({ names }) => names)),
        discovery,
        credentials: new PluginTokenCredentials(auth, 'kubernetes'),
        logger,
        clock: systemClock,
        random: Math.random,
      }),
    );
  }
  return sources;
}
