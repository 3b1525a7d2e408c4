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
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { createConditionAuthorizer } from '@backstage/plugin-permission-node';
import {
  clusterRules,
  namespaceRules,
} from '@quarterdeck/backstage-plugin-fleet-node';
import {
  FleetPermissionPolicy,
  FleetRole,
} from '@quarterdeck/backstage-plugin-permission-backend-module-fleet';
import { DemoCluster, startDemoCluster } from '@quarterdeck/demo-fleet';
import { fleetPlugin } from './plugin';

jest.setTimeout(60_000);

const people = {
  ada: 'user:default/ada',
  lin: 'user:default/lin',
  olga: 'user:default/olga',
  stranger: 'user:default/stranger',
};

type Person = keyof typeof people;

/** What the permission plugin does with a policy, without its HTTP in between: the test backend's tokens cannot act on behalf of people. */
function permissionsOf(roles: FleetRole[]) {
  const policy = new FleetPermissionPolicy({ roles });
  const decide = async ({ permission }: any, credentials: any) => {
    const ref = credentials.principal.userEntityRef;
    return policy.handle({ permission }, {
      info: { userEntityRef: ref, ownershipEntityRefs: [ref] },
    } as any);
  };
  const holds = (decision: PolicyDecision, resourceRef?: string): boolean => {
    if (decision.result !== AuthorizeResult.CONDITIONAL) {
      return decision.result === AuthorizeResult.ALLOW;
    }
    const [name, namespace] = resourceRef!.split('/');
    const cluster = { name, labels: {} };
    const rules: readonly any[] =
      namespace === undefined ? clusterRules : namespaceRules;
    return createConditionAuthorizer([...rules])(
      decision,
      namespace === undefined
        ? cluster
        : { cluster, name: namespace, labels: {} },
    );
  };
  return mockServices.permissions.mock({
    authorizeConditional: async (requests, { credentials }: any) =>
      Promise.all(requests.map(request => decide(request, credentials))),
    authorize: async (requests, { credentials }: any) =>
      Promise.all(
        requests.map(async request => ({
          result: holds(await decide(request, credentials), request.resourceRef)
            ? AuthorizeResult.ALLOW
            : AuthorizeResult.DENY,
        })),
      ),
  }).factory;
}

describe('fleet plugin under the policy of roles', () => {
  let cluster: DemoCluster;
  let backend: Awaited<ReturnType<typeof startTestBackend>>;
  let namespaces: string[];

  beforeAll(async () => {
    cluster = await startDemoCluster({ name: 'east' });
    namespaces = [
      ...new Set(
        list('apps', 'deployments').map(({ metadata }) => metadata.namespace!),
      ),
    ];
    backend = await startTestBackend({
      features: [
        fleetPlugin,
        permissionsOf([
          { role: 'admin', members: [people.ada], clusters: ['*'] },
          {
            role: 'viewer',
            members: [people.lin],
            clusters: ['east'],
            namespaces: [namespaces[0]],
          },
          {
            role: 'operator',
            members: [people.olga],
            clusters: ['*'],
            namespaces: [namespaces[0]],
          },
        ]),
        mockServices.rootConfig.factory({
          data: {
            fleet: {
              clusters: [{ type: 'kubeconfig', content: kubeconfig() }],
            },
          },
        }),
      ],
    });
    const deadline = Date.now() + 20_000;
    for (;;) {
      const { body } = await ask('ada', 'GET', '/views/clusters.health');
      if (body.coverage?.answered === 1) break;
      if (Date.now() > deadline) {
        throw new Error(`Not read in time: ${JSON.stringify(body)}`);
      }
    }
  });

  afterAll(async () => {
    await backend?.stop();
    await cluster?.stop();
  });

  function list(group: string, plural: string) {
    return cluster.store.list(cluster.store.types.find(group, 'v1', plural)!);
  }

  function kubeconfig(): string {
    return JSON.stringify({
      apiVersion: 'v1',
      kind: 'Config',
      clusters: [
        {
          name: 'east',
          cluster: {
            server: cluster.url,
            'certificate-authority-data': Buffer.from(cluster.ca).toString(
              'base64',
            ),
          },
        },
      ],
      users: [{ name: 'east', user: { token: cluster.tokens.admin } }],
      contexts: [{ name: 'east', context: { cluster: 'east', user: 'east' } }],
    });
  }

  async function ask(
    person: Person | undefined,
    method: string,
    path: string,
    body?: object,
    headers?: object,
  ): Promise<{ status: number; body: any }> {
    const response = await fetch(
      `http://localhost:${backend.server.port()}/api/fleet/v1${path}`,
      {
        method,
        headers: {
          'content-type': 'application/json',
          authorization: person
            ? mockCredentials.user.header(people[person])
            : mockCredentials.none.header(),
          ...headers,
        },
        body: body && JSON.stringify(body),
      },
    );
    return { status: response.status, body: await response.json() };
  }

  it('shows two people different, correctly labelled totals', async () => {
    const pods = list('', 'pods');
    const ofFirst = pods.filter(
      ({ metadata }) => metadata.namespace === namespaces[0],
    );
    expect(ofFirst.length).toBeLessThan(pods.length);

    const whole = await ask('ada', 'GET', '/views/clusters.health');
    const part = await ask('lin', 'GET', '/views/clusters.health');
    expect(whole.body.summary.pods).toBe(pods.length);
    expect(whole.body.coverage.limited).toBeUndefined();
    expect(part.body.summary).toMatchObject({
      pods: ofFirst.length,
      namespaces: 1,
    });
    expect(part.body.coverage.limited).toEqual({
      visibleNamespaces: 1,
      namespaces: list('', 'namespaces').length,
    });

    const rows = await ask('lin', 'GET', '/views/pods.list?limit=500');
    expect(rows.body.total).toBe(ofFirst.length);
    expect(
      rows.body.rows.every((row: any) => row.namespace === namespaces[0]),
    ).toBe(true);
    expect(
      (
        await ask('lin', 'GET', `/views/events.recent?limit=500`)
      ).body.rows.every((row: any) => row.namespace === namespaces[0]),
    ).toBe(true);
  });

  it('shows nothing, not even that a cluster exists, to a stranger', async () => {
    expect((await ask('stranger', 'GET', '/clusters')).body).toEqual({
      items: [],
    });
    const { body } = await ask('stranger', 'GET', '/views/clusters.health');
    expect(body).toMatchObject({
      rows: [],
      total: 0,
      coverage: { asked: 0, answered: 0, failed: [] },
    });
    expect((await ask('stranger', 'GET', '/whoami')).body).toMatchObject({
      clusters: [],
      actions: [],
      audit: false,
      admin: false,
    });
  });

  it('answers nobody without a token', async () => {
    expect((await ask(undefined, 'GET', '/clusters')).status).toBe(401);
    expect(
      (await ask(undefined, 'POST', '/stream', { subscriptions: [] })).status,
    ).toBe(401);
  });

  it.each<[Person, number, string, number, string | undefined]>([
    ['ada', 1, 'may do everything', 200, 'succeeded'],
    ['olga', 0, 'may act in her namespace', 200, 'succeeded'],
    [
      'olga',
      1,
      'may not act elsewhere, where she sees nothing',
      404,
      undefined,
    ],
    ['lin', 0, 'may look but not act', 403, undefined],
    ['stranger', 0, 'finds nothing', 404, undefined],
  ])(
    'lets %s scale in namespace %d: %s',
    async (person, place, _, status, outcome) => {
      const { metadata, spec } = list('apps', 'deployments').find(
        deployment => deployment.metadata.namespace === namespaces[place],
      )!;
      const answer = await ask(
        person,
        'POST',
        '/actions/workload.scale',
        {
          input: {
            cluster: 'east',
            namespace: metadata.namespace,
            name: metadata.name,
            replicas: spec.replicas + 1,
          },
          uid: metadata.uid,
        },
        { 'idempotency-key': `${person}-${place}-scale` },
      );
      expect([answer.status, answer.body.status]).toEqual([status, outcome]);
      const after = list('apps', 'deployments').find(
        deployment => deployment.metadata.uid === metadata.uid,
      )!;
      expect(after.spec.replicas).toBe(
        spec.replicas + (outcome === 'succeeded' ? 1 : 0),
      );
    },
  );

  it('keeps the denied attempts in the log, which only the admin may read', async () => {
    expect((await ask('lin', 'GET', '/audit')).status).toBe(403);
    const { body } = await ask('ada', 'GET', '/audit');
    expect(
      body.items.map((record: any) => [record.actor, record.outcome]),
    ).toEqual(
      expect.arrayContaining([
        [people.ada, 'succeeded'],
        [people.olga, 'succeeded'],
        [people.lin, 'denied'],
      ]),
    );
  });
});
