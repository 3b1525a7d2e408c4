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
import { DemoCluster } from '@quarterdeck/demo-fleet';
import { systemClock } from '../../../inventory/scheduling/Clock';
import { ClusterDefinition } from '../../ClusterDefinition';
import { DefaultClusterConnector } from '../../connection/DefaultClusterConnector';
import { ClusterSource } from '../../sources/ClusterSource';
import { kubernetesSources } from '../kubernetesSources';

const NOWHERE = 'http://localhost:1/api/kubernetes';

/** Sources of a section `kubernetes`, with the Kubernetes plugin at some address. */
export function sourcesOf(kubernetes: object, baseUrl = NOWHERE, fleet = {}) {
  return kubernetesSources({
    config: mockServices.rootConfig({ data: { kubernetes, fleet } }),
    logger: mockServices.logger.mock(),
    auth: mockServices.auth({ pluginId: 'fleet' }),
    discovery: mockServices.discovery.mock({
      getBaseUrl: async () => baseUrl,
    }),
  });
}

/** A section `kubernetes` with a `config` locator. */
export function configLocator(...clusters: object[]) {
  return {
    serviceLocatorMethod: { type: 'multiTenant' },
    clusterLocatorMethods: [{ type: 'config', clusters }],
  };
}

/** A cluster as a `config` locator has it. */
export function itemOf(cluster: DemoCluster, name: string, more: object = {}) {
  return {
    name,
    url: cluster.url,
    authProvider: 'serviceAccount',
    serviceAccountToken: cluster.tokens.admin,
    caData: Buffer.from(cluster.ca).toString('base64'),
    ...more,
  };
}

/** What was started by a test, to be stopped after it. */
export class SourcesHarness {
  #started: ClusterSource[] = [];
  #connectors: DefaultClusterConnector[] = [];

  /** The first report of every source. */
  async definitionsOf(
    ...args: Parameters<typeof sourcesOf>
  ): Promise<ClusterDefinition[]> {
    const sources = await sourcesOf(...args);
    this.#started.push(...sources);
    const reports = sources.map(
      source =>
        new Promise<readonly ClusterDefinition[]>(resolve => {
          source.start(resolve);
        }),
    );
    return (await Promise.all(reports)).flat();
  }

  connect({ name, endpoint }: ClusterDefinition): DefaultClusterConnector {
    const connector = new DefaultClusterConnector({
      cluster: name,
      endpoint: endpoint!,
      clock: systemClock,
      userAgent: 'quarterdeck-test',
    });
    this.#connectors.push(connector);
    return connector;
  }

  async stop(): Promise<void> {
    this.#connectors.forEach(connector => connector.close());
    await Promise.all(this.#started.map(source => source.stop()));
    this.#connectors = [];
    this.#started = [];
  }
}
