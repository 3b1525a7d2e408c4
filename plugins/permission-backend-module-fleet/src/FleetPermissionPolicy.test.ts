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

import { mockCredentials } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  createPermission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { createConditionAuthorizer } from '@backstage/plugin-permission-node';
import {
  createActionPermission,
  fleetAdminPermission,
  fleetAuditReadPermission,
  fleetClusterReadPermission,
  fleetDashboardCreatePermission,
  fleetDashboardDeletePermission,
  fleetDashboardReadPermission,
  fleetDashboardUpdatePermission,
  fleetNamespaceReadPermission,
  scaleWorkloadAction,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { namespaceRules } from '@quarterdeck/backstage-plugin-fleet-node';
import { FleetPermissionPolicy } from './FleetPermissionPolicy';
import { FleetRole } from './fleetRoles';

const scale = scaleWorkloadAction.permission;
const drain = createActionPermission('node.drain', 'cluster');
const kubernetesProxy = createPermission({
  name: 'kubernetes.proxy',
  attributes: {},
});
const kubernetesRead = createPermission({
  name: 'kubernetes.resources.read',
  attributes: { action: 'read' },
});
const kubernetesClusters = createPermission({
  name: 'kubernetes.clusters.read',
  attributes: { action: 'read' },
});
const catalogCreate = createPermission({
  name: 'catalog.entity.create',
  attributes: { action: 'create' },
});

const roles: FleetRole[] = [
  { role: 'admin', members: ['group:default/platform'], clusters: ['*'] },
  {
    role: 'operator',
    members: ['group:default/checkout'],
    clusters: ['*'],
    namespaces: ['checkout', 'cart-*'],
  },
  { role: 'operator', members: ['user:default/op'], clusters: ['edge-*'] },
  {
    role: 'viewer',
    members: ['user:default/op'],
    clusters: ['prod-1'],
    namespaces: ['data'],
  },
  {
    role: 'operator',
    members: ['group:default/data'],
    clusters: ['prod-*'],
    ownedBy: true,
  },
  { role: 'admin', members: ['user:default/part'], clusters: ['edge-*'] },
  {
    role: 'viewer',
    members: ['user:default/mo'],
    clusters: ['*'],
    namespaces: ['*'],
  },
];

const userOf = (ref: string, ...groups: string[]) => ({
  credentials: mockCredentials.user(ref),
  info: { userEntityRef: ref, ownershipEntityRefs: [ref, ...groups] },
});
const people = {
  admin: userOf('user:default/ada', 'group:default/platform'),
  checkout: userOf('user:default/che', 'group:default/Checkout'),
  operator: userOf('user:default/op'),
  owner: userOf('user:default/dot', 'group:default/data'),
  viewer: userOf('user:default/mo'),
  partial: userOf('user:default/part'),
  stranger: userOf('user:default/eve', 'group:default/guests'),
};

const allow = { result: AuthorizeResult.ALLOW };
const deny = { result: AuthorizeResult.DENY };
const onClusters = (conditions: object) => ({
  result: AuthorizeResult.CONDITIONAL,
  pluginId: 'fleet',
  resourceType: 'fleet-cluster',
  conditions,
});
const onNamespaces = (conditions: object) => ({
  result: AuthorizeResult.CONDITIONAL,
  pluginId: 'fleet',
  resourceType: 'fleet-namespace',
  conditions,
});
const onDashboards = (conditions: object) => ({
  result: AuthorizeResult.CONDITIONAL,
  pluginId: 'fleet',
  resourceType: 'fleet-dashboard',
  conditions,
});
const dashboardsOf = (...owners: string[]) => ({
  rule: 'OWNED_BY',
  resourceType: 'fleet-dashboard',
  params: { owners },
});
const shownToEveryone = {
  rule: 'VISIBLE_TO_EVERYONE',
  resourceType: 'fleet-dashboard',
};
const clusterNamed = (...names: string[]) => ({
  rule: 'NAMED',
  resourceType: 'fleet-cluster',
  params: { names },
});
const inCluster = (...clusters: string[]) => ({
  rule: 'IN_CLUSTER',
  resourceType: 'fleet-namespace',
  params: { clusters },
});
const named = (...names: string[]) => ({
  rule: 'NAMED',
  resourceType: 'fleet-namespace',
  params: { names },
});
const ownedBy = (...owners: string[]) => ({
  rule: 'OWNED_BY',
  resourceType: 'fleet-namespace',
  params: { owners },
});

const ownedInProd = onNamespaces({
  allOf: [
    inCluster('prod-*'),
    ownedBy('user:default/dot', 'group:default/data'),
  ],
});

describe('FleetPermissionPolicy', () => {
  const policy = new FleetPermissionPolicy({ roles });

  const table: [
    keyof typeof people,
    Parameters<FleetPermissionPolicy['handle']>[0]['permission'],
    object,
  ][] = [
    ['admin', fleetClusterReadPermission, allow],
    ['admin', fleetNamespaceReadPermission, allow],
    ['admin', scale, allow],
    ['admin', drain, allow],
    ['admin', fleetAuditReadPermission, allow],
    ['admin', fleetAdminPermission, allow],
    ['admin', kubernetesProxy, allow],
    ['admin', kubernetesRead, allow],
    ['admin', kubernetesClusters, allow],

    ['admin', fleetDashboardCreatePermission, allow],
    ['admin', fleetDashboardReadPermission, allow],
    ['admin', fleetDashboardUpdatePermission, allow],
    ['admin', fleetDashboardDeletePermission, allow],

    ['checkout', fleetClusterReadPermission, allow],
    ['checkout', fleetDashboardCreatePermission, allow],
    [
      'checkout',
      fleetDashboardReadPermission,
      onDashboards({
        anyOf: [
          dashboardsOf('user:default/che', 'group:default/checkout'),
          shownToEveryone,
        ],
      }),
    ],
    [
      'checkout',
      fleetDashboardUpdatePermission,
      onDashboards(dashboardsOf('user:default/che', 'group:default/checkout')),
    ],
    [
      'checkout',
      fleetNamespaceReadPermission,
      onNamespaces(named('checkout', 'cart-*')),
    ],
    ['checkout', scale, onNamespaces(named('checkout', 'cart-*'))],
    ['checkout', drain, deny],
    ['checkout', fleetAuditReadPermission, deny],
    ['checkout', kubernetesProxy, deny],
    ['checkout', kubernetesRead, deny],
    ['checkout', kubernetesClusters, allow],

    [
      'operator',
      fleetClusterReadPermission,
      onClusters({ anyOf: [clusterNamed('edge-*'), clusterNamed('prod-1')] }),
    ],
    [
      'operator',
      fleetNamespaceReadPermission,
      onNamespaces({
        anyOf: [
          inCluster('edge-*'),
          { allOf: [inCluster('prod-1'), named('data')] },
        ],
      }),
    ],
    ['operator', scale, onNamespaces(inCluster('edge-*'))],
    ['operator', drain, onClusters(clusterNamed('edge-*'))],
    ['operator', fleetAdminPermission, deny],
    ['operator', kubernetesRead, deny],
    ['operator', kubernetesClusters, deny],

    ['owner', fleetClusterReadPermission, onClusters(clusterNamed('prod-*'))],
    ['owner', fleetNamespaceReadPermission, ownedInProd],
    ['owner', scale, ownedInProd],
    ['owner', drain, deny],

    ['viewer', fleetClusterReadPermission, allow],
    ['viewer', fleetNamespaceReadPermission, allow],
    ['viewer', fleetDashboardCreatePermission, allow],
    [
      'viewer',
      fleetDashboardDeletePermission,
      onDashboards(dashboardsOf('user:default/mo')),
    ],
    ['viewer', scale, deny],
    ['viewer', drain, deny],
    ['viewer', fleetAuditReadPermission, deny],
    ['viewer', kubernetesProxy, deny],
    ['viewer', kubernetesRead, allow],
    ['viewer', kubernetesClusters, allow],
    ['viewer', catalogCreate, allow],

    ['partial', drain, onClusters(clusterNamed('edge-*'))],
    ['partial', fleetAdminPermission, deny],
    ['partial', kubernetesProxy, deny],

    ['stranger', fleetClusterReadPermission, deny],
    ['stranger', fleetNamespaceReadPermission, deny],
    ['stranger', fleetDashboardCreatePermission, deny],
    ['stranger', fleetDashboardReadPermission, deny],
    ['stranger', fleetDashboardUpdatePermission, deny],
    ['stranger', fleetDashboardDeletePermission, deny],
    ['stranger', scale, deny],
    ['stranger', catalogCreate, allow],
    ['stranger', kubernetesProxy, deny],
    ['stranger', kubernetesRead, deny],
    ['stranger', kubernetesClusters, deny],
  ];

  it.each(table)(
    'decides for %s on %j',
    async (person, permission, decision) => {
      await expect(
        policy.handle({ permission }, people[person]),
      ).resolves.toEqual(decision);
    },
  );

  it('denies everything to nobody', async () => {
    for (const [, permission] of table) {
      await expect(policy.handle({ permission })).resolves.toEqual(deny);
    }
  });

  it('leaves what is not of the fleet to the other policy, and only that', async () => {
    const asked: string[] = [];
    const composed = new FleetPermissionPolicy({
      roles,
      fallback: {
        handle: async ({ permission }, user) => {
          asked.push(`${permission.name} ${user?.info.userEntityRef}`);
          return { result: AuthorizeResult.DENY };
        },
      },
    });
    await expect(
      composed.handle({ permission: kubernetesProxy }, people.admin),
    ).resolves.toEqual(deny);
    await expect(
      composed.handle({ permission: fleetAdminPermission }, people.admin),
    ).resolves.toEqual(allow);
    expect(asked).toEqual(['kubernetes.proxy user:default/ada']);
  });

  it('decides as meant when the rules of the fleet are applied', async () => {
    const isAllowed = createConditionAuthorizer([...namespaceRules] as any);
    const namespace = (cluster: string, name: string, owner?: string) => ({
      cluster: { name: cluster, labels: {} },
      name,
      labels: {},
      owner,
    });
    const mayScale = async (
      person: keyof typeof people,
      where: ReturnType<typeof namespace>,
    ) => {
      const decision: PolicyDecision = await policy.handle(
        { permission: scale },
        people[person],
      );
      return isAllowed(decision, where);
    };
    const data = 'group:default/data';
    expect({
      ownNamespace: await mayScale('checkout', namespace('any', 'cart-api')),
      prefixOnly: await mayScale('checkout', namespace('any', 'my-cart-api')),
      ownCluster: await mayScale('operator', namespace('edge-7', 'any')),
      readOnly: await mayScale('operator', namespace('prod-1', 'data')),
      owned: await mayScale('owner', namespace('prod-2', 'etl', data)),
      ownedElsewhere: await mayScale('owner', namespace('edge-1', 'etl', data)),
      ownerless: await mayScale('owner', namespace('prod-2', 'etl')),
      admin: await mayScale('admin', namespace('any', 'any')),
      stranger: await mayScale('stranger', namespace('any', 'any')),
    }).toEqual({
      ownNamespace: true,
      prefixOnly: false,
      ownCluster: true,
      readOnly: false,
      owned: true,
      ownedElsewhere: false,
      ownerless: false,
      admin: true,
      stranger: false,
    });
  });
});
