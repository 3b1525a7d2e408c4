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

import type { KubeObject, KubeObjectInput } from '../../store/KubeObject';
import type { ObjectStore } from '../../store/ObjectStore';
import { clusterBirth } from '../../world/clusterBirth';
import { labelSelectorPredicate } from '../selectors/labelSelector';
import bootstrapRoles from './bootstrapRoles.json';

const API_VERSION = 'rbac.authorization.k8s.io/v1';
const API_GROUP = 'rbac.authorization.k8s.io';
const READ = ['get', 'list', 'watch'];

/** Roles with this label are part of what viewers and portals may read. */
export const READER_LABEL = 'rbac.example.com/aggregate-to-fleet-reader';

const PORTAL = { name: 'portal', namespace: 'kube-system' };
const PORTAL_SECRET = 'portal-token';

/** Those who bind to roles by themselves, in every cluster. */
const BOOTSTRAP_BINDINGS: Array<[role: string, groups: string[]]> = [
  ['cluster-admin', ['system:masters']],
  ['system:basic-user', ['system:authenticated']],
  ['system:discovery', ['system:authenticated']],
  [
    'system:public-info-viewer',
    ['system:authenticated', 'system:unauthenticated'],
  ],
];

/** The roles and bindings that a cluster has before anybody adds one. */
export function seedBootstrapPolicy(store: ObjectStore): void {
  for (const { name, labels, ...role } of bootstrapRoles) {
    add(store, 'ClusterRole', {
      metadata: {
        name,
        labels: JSON.parse(JSON.stringify(labels)),
        annotations: { 'rbac.authorization.kubernetes.io/autoupdate': 'true' },
      },
      ...role,
    });
  }
  for (const [role, groups] of BOOTSTRAP_BINDINGS) {
    add(store, 'ClusterRoleBinding', {
      metadata: {
        name: role,
        labels: { 'kubernetes.io/bootstrapping': 'rbac-defaults' },
      },
      ...binding(
        role,
        groups.map(name => ({ kind: 'Group', apiGroup: API_GROUP, name })),
      ),
    });
  }
  aggregate(store);
}

/**
 * Viewers, who read all but secrets, and a service account for a portal that
 * reads the same and may scale and restart workloads.
 */
export function seedReaders(store: ObjectStore): void {
  add(store, 'ClusterRole', {
    metadata: { name: 'fleet-reader' },
    aggregationRule: {
      clusterRoleSelectors: [
        { matchLabels: { [READER_LABEL]: 'true' } },
        {
          matchLabels: {
            'rbac.authorization.k8s.io/aggregate-to-view': 'true',
          },
        },
      ],
    },
    rules: [],
  });
  add(store, 'ClusterRole', {
    metadata: {
      name: 'fleet-reader-builtin',
      labels: { [READER_LABEL]: 'true' },
    },
    rules: builtinKinds(store),
  });
  add(store, 'ClusterRoleBinding', {
    metadata: { name: 'demo-viewers' },
    ...binding('fleet-reader', [
      { kind: 'Group', apiGroup: API_GROUP, name: 'demo:viewers' },
    ]),
  });
  add(store, 'ClusterRole', {
    metadata: { name: 'portal-operator' },
    rules: [
      {
        verbs: ['get', 'patch', 'update'],
        apiGroups: ['apps'],
        resources: [
          'deployments/scale',
          'replicasets/scale',
          'statefulsets/scale',
        ],
      },
      {
        verbs: ['patch'],
        apiGroups: ['apps'],
        resources: ['daemonsets', 'deployments', 'statefulsets'],
      },
    ],
  });
  const subjects = [{ kind: 'ServiceAccount', ...PORTAL }];
  for (const role of ['fleet-reader', 'portal-operator']) {
    add(store, 'ClusterRoleBinding', {
      metadata: { name: `portal-${role.replace(/^portal-/, '')}` },
      ...binding(role, subjects),
    });
  }
  aggregate(store);
}

/** The portal's service account, with the Secret that holds its token. */
export function seedPortalAccount(
  store: ObjectStore,
  tokenFor: (account: KubeObject, secretName: string) => string,
  ca: string,
): string {
  const creationTimestamp = clusterBirth(store);
  const accounts = store.types.require('v1', 'ServiceAccount');
  const account =
    store.get(accounts, PORTAL.namespace, PORTAL.name) ??
    store.create(accounts, { metadata: { ...PORTAL, creationTimestamp } });
  const token = tokenFor(account, PORTAL_SECRET);
  const encoded = (text: string) => Buffer.from(text).toString('base64');
  const secrets = store.types.require('v1', 'Secret');
  store.create(secrets, {
    metadata: {
      name: PORTAL_SECRET,
      namespace: PORTAL.namespace,
      creationTimestamp,
      annotations: {
        'kubernetes.io/service-account.name': PORTAL.name,
        'kubernetes.io/service-account.uid': account.metadata.uid,
      },
    },
    data: {
      'ca.crt': encoded(ca),
      namespace: encoded(PORTAL.namespace),
      token: encoded(token),
    },
    type: 'kubernetes.io/service-account-token',
  });
  return token;
}

/** Keeps the rules of aggregated roles, as the controller of real clusters does. */
export function startRoleAggregation(store: ObjectStore): void {
  const type = store.types.require(API_VERSION, 'ClusterRole');
  store.onChange(({ resource }) => {
    if (resource === type) aggregate(store);
  });
}

function aggregate(store: ObjectStore): void {
  const type = store.types.require(API_VERSION, 'ClusterRole');
  // Roles may aggregate aggregated ones: `view` is part of `edit`, which is
  // part of `admin`. The fourth round would find nothing new.
  for (let round = 0; round < 3; round += 1) {
    for (const role of [...store.list(type)]) {
      const selectors = role.aggregationRule?.clusterRoleSelectors;
      if (!selectors) continue;
      const matches = selectors.map(labelSelectorPredicate);
      const parts = store
        .list(type)
        .filter(
          each =>
            each.metadata.name !== role.metadata.name &&
            matches.some((match: (labels: any) => boolean) =>
              match(each.metadata.labels),
            ),
        );
      const rules = new Map(
        parts
          .flatMap(({ rules: own }) => (own ?? []) as object[])
          .map(rule => [JSON.stringify(rule), rule]),
      );
      store.update(type, { ...role, rules: [...rules.values()] });
    }
  }
}

function builtinKinds(store: ObjectStore) {
  const byGroup = new Map<string, string[]>();
  for (const type of store.types.all()) {
    if (type.plural === 'secrets' || type.custom) continue;
    const plurals = byGroup.get(type.group) ?? [];
    plurals.push(
      type.plural,
      ...type.subresources.map(each => `${type.plural}/${each}`),
    );
    byGroup.set(type.group, plurals);
  }
  byGroup.set('metrics.k8s.io', ['nodes', 'pods']);
  return [...byGroup].map(([group, resources]) => ({
    verbs: READ,
    apiGroups: [group],
    resources,
  }));
}

function binding(role: string, subjects: object[]) {
  return {
    subjects,
    roleRef: { apiGroup: API_GROUP, kind: 'ClusterRole', name: role },
  };
}

/** What is there already stays: a scenario may bring its own. */
function add(store: ObjectStore, kind: string, object: KubeObjectInput): void {
  const type = store.types.require(API_VERSION, kind);
  if (store.get(type, undefined, object.metadata.name!)) return;
  store.create(type, {
    ...object,
    metadata: {
      creationTimestamp: clusterBirth(store),
      ...object.metadata,
    },
  });
}
