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

import { SingleDemoCluster, startDemoCluster } from '../../startDemoCluster';
import { ApiTestClient } from '../testing/ApiTestClient';

const RBAC = '/apis/rbac.authorization.k8s.io/v1';
const SHOP = '/api/v1/namespaces/shop';
const TOKEN = `${SHOP}/serviceaccounts/robot/token`;
const ROBOT = 'system:serviceaccount:shop:robot';

describe('authorization by the objects of a cluster', () => {
  let cluster: SingleDemoCluster;
  let admin: ApiTestClient;
  const clients: ApiTestClient[] = [];

  function as(token: string): ApiTestClient {
    const client = new ApiTestClient(cluster.url, cluster.ca, token);
    clients.push(client);
    return client;
  }

  const post = (client: ApiTestClient, path: string, body: object) =>
    client.send({
      method: 'POST',
      path,
      headers: { 'Content-Type': 'application/json' },
      body,
    });

  const status = async (client: ApiTestClient, path: string) =>
    (await client.get(path)).status;

  async function create(path: string, body: object): Promise<void> {
    expect((await post(admin, path, body)).status).toBe(201);
  }

  async function robot(): Promise<ApiTestClient> {
    const { body } = await post(admin, TOKEN, { spec: {} });
    return as(body.status.token);
  }

  const bindRobot = (role: string, kind = 'Role') =>
    create(`${RBAC}/namespaces/shop/rolebindings`, {
      metadata: { name: `robot-${role}` },
      subjects: [{ kind: 'ServiceAccount', name: 'robot', namespace: 'shop' }],
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind, name: role },
    });

  beforeEach(async () => {
    cluster = await startDemoCluster({
      name: 'one',
      controllers: false,
      objects: ['a', 'b'].map(name => ({
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name, namespace: 'shop' },
        data: {},
      })),
    });
    admin = as(cluster.tokens.admin);
    await create(`${SHOP}/serviceaccounts`, { metadata: { name: 'robot' } });
  });

  afterEach(async () => {
    clients.splice(0).forEach(client => client.close());
    await cluster.close();
  });

  it('follows a binding as soon as it comes, and as soon as it goes', async () => {
    const client = await robot();
    const maps = `${SHOP}/configmaps`;
    expect((await client.get(maps)).body).toMatchObject({
      code: 403,
      message: `configmaps is forbidden: User "${ROBOT}" cannot list resource "configmaps" in API group "" in the namespace "shop"`,
    });
    await create(`${RBAC}/namespaces/shop/roles`, {
      metadata: { name: 'one-map' },
      rules: [
        {
          verbs: ['get'],
          apiGroups: [''],
          resources: ['configmaps'],
          resourceNames: ['a'],
        },
      ],
    });
    await bindRobot('one-map');
    expect(await status(client, `${maps}/a`)).toBe(200);
    expect(await status(client, `${maps}/b`)).toBe(403);
    expect(await status(client, maps)).toBe(403);
    const binding = `${RBAC}/namespaces/shop/rolebindings/robot-one-map`;
    await admin.send({ method: 'DELETE', path: binding });
    expect(await status(client, `${maps}/a`)).toBe(403);
  });

  it('says which role is missing', async () => {
    await bindRobot('nowhere', 'ClusterRole');
    const { body } = await (await robot()).get(`${SHOP}/pods`);
    expect(body.message).toBe(
      `pods is forbidden: User "${ROBOT}" cannot list resource "pods" in API group "" in the namespace "shop": RBAC: clusterrole.rbac.authorization.k8s.io "nowhere" not found`,
    );
  });

  it('takes the rules of an aggregated role from those that match', async () => {
    await bindRobot('view', 'ClusterRole');
    const client = await robot();
    const pods = `/apis/metrics.k8s.io/v1beta1/namespaces/shop/pods`;
    expect(await status(client, `${SHOP}/configmaps`)).toBe(200);
    expect(await status(client, `${SHOP}/secrets`)).toBe(403);
    expect(await status(client, pods)).toBe(403);
    await create(`${RBAC}/clusterroles`, {
      metadata: {
        name: 'metrics-view',
        labels: { 'rbac.authorization.k8s.io/aggregate-to-view': 'true' },
      },
      rules: [
        { verbs: ['list'], apiGroups: ['metrics.k8s.io'], resources: ['pods'] },
      ],
    });
    expect(await status(client, pods)).not.toBe(403);
    expect(await status(client, '/api/v1/nodes')).toBe(403);
  });

  it('tells what is allowed, and by which binding', async () => {
    await bindRobot('view', 'ClusterRole');
    const client = await robot();
    const review = (kind: string, spec: object) =>
      post(client, `/apis/authorization.k8s.io/v1/${kind}`, { spec });
    const mine = (verb: string, resource: string) =>
      review('selfsubjectaccessreviews', {
        resourceAttributes: { verb, resource, namespace: 'shop' },
      });
    expect((await mine('list', 'pods')).body.status).toEqual({
      allowed: true,
      reason: `RBAC: allowed by RoleBinding "robot-view/shop" of ClusterRole "view" to ServiceAccount "robot/shop"`,
    });
    expect((await mine('delete', 'pods')).body.status).toEqual({
      allowed: false,
    });
    const rules = await review('selfsubjectrulesreviews', {
      namespace: 'shop',
    });
    expect(rules.body.status).toMatchObject({ incomplete: false });
    expect(
      rules.body.status.resourceRules.some((rule: any) =>
        rule.resources.includes('configmaps'),
      ),
    ).toBe(true);
    const about = (path: string, namespace: string) =>
      post(admin, `/apis/authorization.k8s.io/v1/${path}`, {
        spec: {
          user: ROBOT,
          resourceAttributes: { verb: 'get', resource: 'pods', namespace },
        },
      });
    const local = 'namespaces/shop/localsubjectaccessreviews';
    expect((await about(local, 'shop')).body.status.allowed).toBe(true);
    expect((await about(local, 'other')).status).toBe(422);
    expect(
      (await about('subjectaccessreviews', 'other')).body.status.allowed,
    ).toBe(false);
  });

  it('lets only those impersonate who may', async () => {
    await bindRobot('view', 'ClusterRole');
    const impersonate = (client: ApiTestClient, user: string) =>
      client.send({
        path: `${SHOP}/configmaps`,
        headers: { 'Impersonate-User': user },
      });
    expect((await impersonate(admin, ROBOT)).status).toBe(200);
    expect((await impersonate(admin, 'jane')).status).toBe(403);
    expect((await impersonate(await robot(), 'jane')).body.message).toBe(
      `users "jane" is forbidden: User "${ROBOT}" cannot impersonate resource "users" in API group "" at the cluster scope`,
    );
  });

  it('accepts a token only while its account is the same and it has not ended', async () => {
    const client = await robot();
    const whoami = () =>
      post(client, '/apis/authentication.k8s.io/v1/selfsubjectreviews', {});
    expect((await whoami()).body.status.userInfo).toMatchObject({
      username: ROBOT,
      groups: [
        'system:serviceaccounts',
        'system:serviceaccounts:shop',
        'system:authenticated',
      ],
    });
    const path = `${SHOP}/serviceaccounts/robot`;
    await admin.send({ method: 'DELETE', path });
    await create(`${SHOP}/serviceaccounts`, { metadata: { name: 'robot' } });
    expect((await whoami()).status).toBe(401);
    expect(await status(as('a.b.c'), '/version')).toBe(401);
    const short = { spec: { expirationSeconds: 60 } };
    expect((await post(admin, TOKEN, short)).status).toBe(422);
  });

  it('has an account for a portal that reads all but secrets, and scales', async () => {
    const portal = as(cluster.portalToken);
    const scale = (client: ApiTestClient) =>
      client.send({
        method: 'PATCH',
        path: '/apis/apps/v1/namespaces/shop/deployments/none/scale',
        headers: { 'Content-Type': 'application/merge-patch+json' },
        body: { spec: { replicas: 1 } },
      });
    for (const path of ['/api/v1/nodes', '/api/v1/pods', `${RBAC}/roles`]) {
      expect(await status(portal, path)).toBe(200);
    }
    expect(await status(portal, '/api/v1/secrets')).toBe(403);
    expect((await scale(portal)).status).toBe(404);
    expect((await scale(as(cluster.tokens.viewer))).status).toBe(403);
    expect(
      (await portal.send({ method: 'DELETE', path: `${SHOP}/configmaps/a` }))
        .status,
    ).toBe(403);
  });
});
