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
import {
  ClusterRow,
  rbacManifestOptionsSchema,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { SingleDemoCluster, startDemoCluster } from '@quarterdeck/demo-fleet';
import { scaleWorkload } from '../actions/scaleWorkload';
import { ClusterDefinition } from '../clusters/ClusterDefinition';
import { StaticCredentials } from '../clusters/credentials/ClusterCredentials';
import { createInventory, FleetInventory } from '../inventory/createInventory';
import { coreResources } from '../inventory/resources/coreResources';
import { apply, objectsOf, tokenOf } from './__testUtils__/serviceAccount';
import { fleetAccess } from './fleetAccess';
import { rbacManifest } from './rbacManifest';

jest.setTimeout(60_000);

const access = fleetAccess({
  resources: coreResources,
  actions: [scaleWorkload],
});
const manifest = (options: object = {}) =>
  rbacManifest(access, rbacManifestOptionsSchema.parse(options));
const rulesOf = (options: object) =>
  objectsOf(manifest(options)).flatMap(({ rules }) => rules ?? []);
const granted = (options: object) =>
  rulesOf(options).flatMap(({ resources }) => resources);

const watched = coreResources.flatMap(source =>
  source.source === 'watch' && source.keep === 'always' ? [source] : [],
);

describe('rbacManifest', () => {
  it('grants reading alone unless more is asked for', () => {
    const verbs = new Set(
      rulesOf({}).flatMap(rule => (rule as any).verbs as string[]),
    );
    expect([...verbs].sort()).toEqual(['get', 'list', 'watch']);
    expect(granted({})).toEqual(
      expect.arrayContaining(
        coreResources.flatMap(source =>
          source.source === 'watch' ? [source.plural] : [],
        ),
      ),
    );
    expect(granted({})).not.toEqual(expect.arrayContaining(['secrets']));
    expect(manifest()).not.toContain('/scale');
    expect(manifest()).not.toContain('*');
  });

  it.each([
    [{ secretsMetadata: true }, 'secrets'],
    [{ serviceProxy: true }, 'services/proxy'],
    [{ actions: ['workload.scale'] }, 'deployments/scale'],
  ])('grants with %j %s besides', (options, resource) => {
    const more = granted(options).filter(each => !granted({}).includes(each));
    expect(more).toContain(resource);
    expect(granted({})).not.toContain(resource);
  });

  it('says why each rule is there, and how to log in', () => {
    const text = manifest({
      actions: ['workload.scale'],
      serviceAccount: 'me',
    });
    const rules = rulesOf({ actions: ['workload.scale'] });
    expect(text.match(/^ {2}# .+\n {2}- apiGroups/gm)).toHaveLength(
      rules.length,
    );
    expect(text).toContain("The action 'workload.scale'");
    expect(text).toContain('kubectl create token me --namespace quarterdeck');
  });

  it('grants in the given namespaces only', () => {
    const objects = objectsOf(manifest({ namespaces: ['shop', 'pay'] }));
    expect(
      objects.map(({ kind, metadata }) => `${kind} ${metadata.namespace}`),
    ).toEqual([
      'Namespace undefined',
      'ServiceAccount quarterdeck',
      'Role shop',
      'RoleBinding shop',
      'Role pay',
      'RoleBinding pay',
    ]);
    expect(granted({ namespaces: ['shop'] })).not.toContain('nodes');
  });
});

describe('A service account with the generated manifest', () => {
  let cluster: SingleDemoCluster;
  let token: string;
  const running: FleetInventory[] = [];

  beforeAll(async () => {
    cluster = await startDemoCluster({ name: 'east' });
    await apply(cluster, objectsOf(manifest()));
    token = await tokenOf(cluster, 'quarterdeck', 'quarterdeck');
  });

  afterEach(async () => {
    await Promise.all(running.splice(0).map(each => each.stop()));
  });
  afterAll(() => cluster?.close());

  function connect(changes: Partial<ClusterDefinition> = {}): FleetInventory {
    const inventory = createInventory({
      definitions: [
        {
          name: 'east',
          title: 'east',
          aliases: [],
          labels: {},
          demo: false,
          source: 'kubeconfig',
          auth: 'token',
          endpoint: {
            server: new URL(cluster.url),
            insecureSkipTlsVerify: false,
            credentials: new StaticCredentials({
              token,
              authority: cluster.ca,
            }),
          },
          ...changes,
        },
      ],
      sources: coreResources,
      logger: mockServices.logger.mock(),
    });
    running.push(inventory);
    inventory.start();
    return inventory;
  }

  const rowOf = (inventory: FleetInventory) =>
    inventory.rows<ClusterRow>('clusters', 'east').get('east')!;

  function settled(
    inventory: FleetInventory,
    test: (row: ClusterRow, phases: Record<string, string>) => boolean,
  ): Promise<ClusterRow> {
    return new Promise((resolve, reject) => {
      const phases = () =>
        Object.fromEntries(
          watched.map(({ ref }) => {
            const { phase, reason } = inventory.state(ref.id, 'east');
            return [ref.id, reason ?? phase];
          }),
        );
      const timer = setTimeout(
        () =>
          reject(
            new Error(JSON.stringify([rowOf(inventory), phases()], null, 1)),
          ),
        10_000,
      );
      const look = () => {
        const row = rowOf(inventory);
        if (row && test(row, phases())) {
          clearTimeout(timer);
          resolve(row);
        }
      };
      inventory.onRows(look);
      inventory.onState(look);
      look();
    });
  }

  it('keeps the whole inventory healthy', async () => {
    const inventory = connect();
    const row = await settled(
      inventory,
      ({ state, incarnation }, phases) =>
        state === 'healthy' &&
        incarnation !== undefined &&
        Object.values(phases).every(phase => phase === 'live'),
    );
    expect(row.namespaces).toBeUndefined();
    expect(inventory.rows('pods', 'east').size).toBeGreaterThan(0);
  });

  it.each(watched.map(({ ref, plural }) => [ref.id, plural]))(
    'is not healthy without the right to read %s',
    async (id, plural) => {
      const less = objectsOf(manifest());
      for (const { rules = [] } of less) {
        for (const rule of rules) {
          rule.resources = rule.resources.filter(each => each !== plural);
        }
      }
      await apply(cluster, less);
      const inventory = connect();
      const row = await settled(
        inventory,
        ({ state, reason }, phases) =>
          state === 'degraded' &&
          reason === 'forbidden' &&
          phases[id] === 'forbidden',
      );
      expect(row.message).toContain(plural);
      await apply(cluster, objectsOf(manifest()));
    },
  );

  describe('for some namespaces', () => {
    const shown = (inventory: FleetInventory, resource: string) =>
      [...inventory.rows(resource, 'east').values()].map(row => row.namespace);

    beforeAll(async () => {
      const options = {
        serviceAccount: 'narrow',
        serviceAccountNamespace: 'checkout',
        namespaces: ['checkout'],
      };
      await apply(cluster, objectsOf(manifest(options)));
      token = await tokenOf(cluster, 'checkout', 'narrow');
    });

    it.each<[string, Partial<ClusterDefinition>]>([
      ['are configured', { namespaces: ['checkout'] }],
      ['are found by the service account', {}],
    ])('reads them when they %s', async (_, changes) => {
      const inventory = connect(changes);
      const row = await settled(
        inventory,
        ({ state, namespaces }, phases) =>
          state === 'healthy' &&
          namespaces?.join() === 'checkout' &&
          watched.every(({ ref }) =>
            ref.scope === 'namespace'
              ? phases[ref.id] === 'live'
              : phases[ref.id] === 'forbidden',
          ),
      );
      expect(row.reason).toBeUndefined();
      expect(new Set(shown(inventory, 'pods'))).toEqual(new Set(['checkout']));
      expect([...inventory.rows<any>('namespaces', 'east').values()]).toEqual([
        expect.objectContaining({ name: 'checkout', phase: 'Active' }),
      ]);
      expect(inventory.rows('nodes', 'east').size).toBe(0);
    });

    it('shows what is readable, and says which namespace is not', async () => {
      const inventory = connect({ namespaces: ['checkout', 'kube-system'] });
      const row = await settled(
        inventory,
        ({ state }, phases) =>
          state === 'degraded' &&
          phases.pods === 'forbidden' &&
          phases.namespaces === 'live',
      );
      expect(row.message).toContain("In namespace 'kube-system'");
      expect(inventory.state('pods', 'east').known).toBe(true);
      expect(new Set(shown(inventory, 'pods'))).toEqual(new Set(['checkout']));
      expect(
        [...inventory.rows<any>('namespaces', 'east').values()]
          .map(({ name, phase }) => [name, phase])
          .sort(),
      ).toEqual([
        ['checkout', 'Active'],
        ['kube-system', 'Unknown'],
      ]);
    });
  });
});
