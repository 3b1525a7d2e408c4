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
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import type { AuthenticationStrategy } from '@backstage/plugin-kubernetes-node';

/** Providers that log in to a cloud with the backend's own identity. */
export const cloudProviders = ['aws', 'azure', 'googleServiceAccount'] as const;

export type CloudProvider = (typeof cloudProviders)[number];

export function isCloudProvider(name: string): name is CloudProvider {
  return (cloudProviders as readonly string[]).includes(name);
}

/** The Kubernetes plugin's own ways to log in to clouds. */
export class CloudStrategies {
  readonly #config: RootConfigService;
  readonly #logger: LoggerService;
  readonly #strategies = new Map<
    CloudProvider,
    Promise<AuthenticationStrategy>
  >();

  constructor(options: { config: RootConfigService; logger: LoggerService }) {
    this.#config = options.config;
    this.#logger = options.logger;
  }

  /** @throws Error when the Kubernetes plugin is not installed. */
  get(provider: CloudProvider): Promise<AuthenticationStrategy> {
    let strategy = this.#strategies.get(provider);
    if (!strategy) {
      strategy = this.#create(provider);
      this.#strategies.set(provider, strategy);
    }
    return strategy;
  }

  async #create(provider: CloudProvider): Promise<AuthenticationStrategy> {
    // A plugin's package, as it is the only one that exports these; only when needed, as it loads the SDKs of three clouds.
    const plugin = await import('@backstage/plugin-kubernetes-backend');
    switch (provider) {
      case 'aws':
        return new plugin.AwsIamStrategy({ config: this.#config });
      case 'azure':
        return new plugin.AzureIdentityStrategy(this.#logger);
      default:
        return new plugin.GoogleServiceAccountStrategy({
          config: this.#config,
        });
    }
  }
}
