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
  coreServices,
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import {
  catalogProcessingExtensionPoint,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import { ClusterRow } from '@quarterdeck/backstage-plugin-fleet-common';
import {
  FleetClustersService,
  fleetClustersServiceRef,
} from '@quarterdeck/backstage-plugin-fleet-node';
import { once } from 'node:events';
import http from 'node:http';
import { AddressInfo } from 'node:net';
import { catalogModuleFleet } from './module';

jest.setTimeout(60_000);

function row(name: string, more: Partial<ClusterRow> = {}): ClusterRow {
  return {
    uid: name,
    cluster: name,
    namespace: '',
    name,
    title: name,
    aliases: [],
    state: 'healthy',
    since: 0,
    facts: {},
    source: 'kubeconfig',
    server: `https://${name}.example`,
    auth: 'token',
    labels: {},
    demo: false,
    ...more,
  };
}

function cluster(
  name: string,
  metadata: object = {},
  type = 'kubernetes-cluster',
) {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name,
      ...metadata,
      annotations: {
        'backstage.io/managed-by-location': 'url:https://git.example/x',
        'backstage.io/managed-by-origin-location': 'url:https://git.example/x',
        ...('annotations' in metadata ? (metadata.annotations as object) : {}),
      },
    },
    spec: { type, owner: 'group:default/others' },
  };
}

describe('catalogModuleFleet', () => {
  let backend: Awaited<ReturnType<typeof startTestBackend>> | undefined;

  afterEach(async () => {
    await backend?.stop();
    backend = undefined;
  });

  /** A catalog with our module, and what others told it. */
  async function startCatalog(
    options: { fleet?: object; others?: object[]; features?: any[] } = {},
  ) {
    let fleet!: FleetClustersService;
    let others!: EntityProviderConnection;
    const tell = (entities: object[]) =>
      others.applyMutation({
        type: 'full',
        entities: entities.map(entity => ({
          entity: entity as Entity,
          locationKey: 'others',
        })),
      });
    backend = await startTestBackend({
      features: [
        catalogPlugin,
        catalogModuleFleet,
        createBackendModule({
          pluginId: 'catalog',
          moduleId: 'others',
          register(reg) {
            reg.registerInit({
              deps: {
                processing: catalogProcessingExtensionPoint,
                clusters: fleetClustersServiceRef,
              },
              async init({ processing, clusters }) {
                fleet = clusters;
                processing.addEntityProvider({
                  getProviderName: () => 'others',
                  async connect(connection) {
                    others = connection;
                    await tell(options.others ?? []);
                  },
                });
              },
            });
          },
        }),
        mockServices.rootConfig.factory({
          data: {
            app: { baseUrl: 'https://portal.example/' },
            catalog: {
              processingInterval: { milliseconds: 100 },
              providers: {
                fleet: {
                  // What others tell is read within that time.
                  initialDelay: { seconds: options.others ? 2 : 0.2 },
                  interval: { milliseconds: 200 },
                  ...options.fleet,
                },
              },
            },
          },
        }),
        ...(options.features ?? []),
      ],
    });
    return { fleet, tell };
  }

  const publish = (fleet: FleetClustersService, ...rows: ClusterRow[]) =>
    fleet.publish(rows.map(each => ({ row: each })));

  async function resources(): Promise<Entity[]> {
    const response = await fetch(
      `http://localhost:${backend!.server.port()}/api/catalog/entities?filter=kind=resource`,
    );
    return response.ok ? response.json() : [];
  }

  async function eventually(expected: string[]): Promise<Entity[]> {
    const deadline = Date.now() + 30_000;
    for (;;) {
      const found = (await resources()).sort((one, other) =>
        one.metadata.name < other.metadata.name ? -1 : 1,
      );
      const names = found.map(({ metadata }) => metadata.name);
      if (names.join() === [...expected].sort().join()) {
        return found;
      }
      if (Date.now() > deadline) {
        throw new Error(`Expected ${expected}, but the catalog has ${names}`);
      }
    }
  }

  it('makes a Resource of a cluster', async () => {
    const { fleet } = await startCatalog({
      fleet: { defaultOwner: 'group:default/platform', apiServer: true },
    });
    const fact = (value: string) => ({ value, evidence: 'a label' });
    publish(
      fleet,
      row('prod-eu', {
        title: 'Production\nEurope',
        version: 'v1.36.1',
        labels: { 'backstage.io/owner': 'group:default/checkout' },
        facts: {
          provider: fact('aws'),
          distribution: fact('eks'),
          region: fact('eu west/1'),
          console: fact('https://console.example/prod'),
        },
      }),
      row('edge', { facts: { console: fact('http://plain.example') } }),
    );
    const [edge, prod] = await eventually(['edge', 'prod-eu']);
    expect(prod).toMatchObject({
      kind: 'Resource',
      metadata: {
        namespace: 'default',
        title: 'Production Europe',
        description: 'Kubernetes cluster v1.36.1 (eks) on aws, eu west/1',
        labels: {
          'quarterdeck.io/provider': 'aws',
          'quarterdeck.io/distribution': 'eks',
          'quarterdeck.io/region': 'eu-west-1',
        },
        annotations: {
          'quarterdeck.io/cluster': 'prod-eu',
          'kubernetes.io/api-server': 'https://prod-eu.example',
          'backstage.io/managed-by-location': 'fleet:prod-eu',
          'backstage.io/managed-by-origin-location': 'fleet:prod-eu',
        },
        links: [
          { url: 'https://portal.example/fleet/clusters/prod-eu' },
          { url: 'https://console.example/prod' },
        ],
      },
      spec: { type: 'kubernetes-cluster', owner: 'group:default/checkout' },
      relations: [{ type: 'ownedBy', targetRef: 'group:default/checkout' }],
    });
    expect(edge).toMatchObject({
      metadata: {
        description: 'Kubernetes cluster',
        links: [{ url: 'https://portal.example/fleet/clusters/edge' }],
      },
      spec: { owner: 'group:default/platform' },
    });
  });

  it('follows clusters that come, go and are renamed', async () => {
    const { fleet } = await startCatalog();
    publish(fleet, row('one'), row('two'));
    const [one] = await eventually(['one', 'two']);
    expect(one.spec).toMatchObject({ owner: 'unknown' });
    expect(one.metadata.annotations).not.toHaveProperty([
      'kubernetes.io/api-server',
    ]);

    publish(fleet, row('one'), row('zwei', { server: 'https://two.example' }));
    await eventually(['one', 'zwei']);

    publish(fleet, row('one'), row('three'));
    await eventually(['one', 'three']);
  });

  it('leaves out what came from the catalog, cannot be used or is excluded', async () => {
    const { fleet } = await startCatalog({ fleet: { exclude: ['lab-*'] } });
    publish(
      fleet,
      row('direct'),
      row('proxied', { source: 'kubernetes-proxy', server: undefined }),
      row('refused', { server: undefined, state: 'invalid' }),
      row('lab-1'),
    );
    expect(await eventually(['direct'])).toHaveLength(1);
  });

  it('joins entities that the catalog has already, now and later', async () => {
    const others = [
      cluster('by-annotation', {
        annotations: { 'quarterdeck.io/cluster': 'one' },
      }),
      cluster('by-server', {
        annotations: { 'kubernetes.io/api-server': 'https://two.example/' },
      }),
      cluster('three', { namespace: 'other' }),
    ];
    const { fleet, tell } = await startCatalog({ others });
    publish(fleet, row('one'), row('two'), row('three'), row('four'));
    await eventually(['by-annotation', 'by-server', 'four', 'three']);

    await tell([
      ...others.slice(1),
      cluster('vier', {
        annotations: { 'kubernetes.io/api-server': 'https://four.example' },
      }),
    ]);
    const [, one] = await eventually(['by-server', 'one', 'three', 'vier']);
    expect(one.spec).toMatchObject({ owner: 'unknown' });
  });

  it('takes another name where a Resource of another kind has the cluster’s', async () => {
    const { fleet } = await startCatalog({
      others: [cluster('orders', {}, 'database')],
    });
    publish(fleet, row('orders'));
    const [database, orders] = await eventually(['orders', 'orders-1c168a']);
    expect(database.spec).toMatchObject({ type: 'database' });
    expect(orders.metadata.annotations).toMatchObject({
      'quarterdeck.io/cluster': 'orders',
    });
  });

  it('keeps the entity of a cluster that does not answer', async () => {
    const { fleet } = await startCatalog();
    publish(fleet, row('one'));
    await eventually(['one']);
    publish(fleet, row('one', { state: 'unreachable' }), row('two'));
    expect(await eventually(['one', 'two'])).toHaveLength(2);
  });

  it('asks the process that the fleet runs in, when it is another', async () => {
    const asked: (string | undefined)[] = [];
    const server = http.createServer((request, response) => {
      asked.push(request.url);
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ items: [row('far')] }));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    try {
      await startCatalog({
        features: [
          createServiceFactory({
            service: coreServices.discovery,
            deps: {},
            factory: () => ({
              getBaseUrl: async id =>
                id === 'fleet'
                  ? `http://127.0.0.1:${port}/api/fleet`
                  : `http://localhost:${backend?.server.port()}/api/${id}`,
              getExternalBaseUrl: async id => `https://portal.example/${id}`,
            }),
          }),
        ],
      });
      await eventually(['far']);
      expect(asked[0]).toBe('/api/fleet/v1/clusters');
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
});
