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

import type { KubeObject } from '../../store/KubeObject';
import type { ObjectStore } from '../../store/ObjectStore';
import { ApiError } from '../ApiError';
import type { RequestInfo } from '../RequestInfo';
import type { Identity } from './Identity';
import {
  allowsPath,
  allowsResource,
  PolicyRule,
  ResourceAttributes,
} from './PolicyRule';

const READ = ['get', 'list', 'watch'];
const HEALTH = ['/healthz', '/livez', '/readyz'];
const VERSION = ['/version', '/version/'];

/** What a cluster grants by itself, before any binding. */
const GROUP_RULES: Record<string, PolicyRule[]> = {
  'system:masters': [
    { verbs: ['*'], apiGroups: ['*'], resources: ['*'] },
    { verbs: ['*'], nonResourceURLs: ['*'] },
  ],
  'system:authenticated': [
    {
      verbs: ['create'],
      apiGroups: ['authorization.k8s.io'],
      resources: ['selfsubjectaccessreviews', 'selfsubjectrulesreviews'],
    },
    {
      verbs: ['create'],
      apiGroups: ['authentication.k8s.io'],
      resources: ['selfsubjectreviews'],
    },
    {
      verbs: ['get'],
      nonResourceURLs: [
        '/api',
        '/api/*',
        '/apis',
        '/apis/*',
        '/healthz',
        '/livez',
        '/openapi',
        '/openapi/*',
        '/readyz',
        ...VERSION,
      ],
    },
    { verbs: ['get'], nonResourceURLs: [...HEALTH, ...VERSION] },
  ],
  'system:unauthenticated': [
    { verbs: ['get'], nonResourceURLs: [...HEALTH, ...VERSION] },
  ],
};

const VIEWERS = 'demo:viewers';

/** Decides by the groups' own rules and by the bindings in the store. */
export class Authorizer {
  constructor(private readonly store: ObjectStore) {}

  authorize(identity: Identity, info: RequestInfo): void {
    const { resource } = info;
    if (!resource) {
      const rules = this.rules(identity);
      if (!rules.some(rule => allowsPath(rule, info.verb, info.path))) {
        throw new ApiError(
          403,
          'Forbidden',
          `forbidden: User "${identity.username}" cannot ${info.verb} path "${info.path}"`,
          {},
        );
      }
      return;
    }
    const attributes = {
      ...resource,
      verb: info.verb,
      resource: resource.plural,
      namespace:
        resource.namespace ??
        (isNamespaceObject(resource) ? resource.name : undefined),
    };
    if (this.allows(identity, attributes)) return;
    throw forbidden(identity, attributes, resource.namespace);
  }

  allows(identity: Identity, wanted: ResourceAttributes): boolean {
    return this.rules(identity, wanted.namespace).some(rule =>
      allowsResource(rule, wanted),
    );
  }

  /** Every rule that holds for a person in a namespace, and cluster-wide. */
  rules(identity: Identity, namespace?: string): PolicyRule[] {
    const own = identity.groups.flatMap(group => GROUP_RULES[group] ?? []);
    if (identity.groups.includes(VIEWERS)) own.push(...this.#viewRules());
    return [...own, ...this.#boundRules(identity, namespace)];
  }

  /** All kinds that there are, but secrets. */
  #viewRules(): PolicyRule[] {
    const byGroup = new Map<string, string[]>();
    for (const type of this.store.types.all()) {
      if (type.plural === 'secrets') continue;
      const plurals = byGroup.get(type.group) ?? [];
      plurals.push(
        type.plural,
        ...type.subresources.map(each => `${type.plural}/${each}`),
      );
      byGroup.set(type.group, plurals);
    }
    return [...byGroup].map(([group, resources]) => ({
      verbs: READ,
      apiGroups: [group],
      resources,
    }));
  }

  #boundRules(identity: Identity, namespace?: string): PolicyRule[] {
    const bindings = [
      ...this.#list('ClusterRoleBinding'),
      ...(namespace ? this.#list('RoleBinding', namespace) : []),
    ];
    return bindings
      .filter(binding => isBound(binding, identity))
      .flatMap(binding => {
        const { kind, name } = binding.roleRef;
        const roles = this.#list(kind, binding.metadata.namespace);
        const role = roles.find(each => each.metadata.name === name);
        return (role?.rules ?? []) as PolicyRule[];
      });
  }

  #list(kind: string, namespace?: string): readonly KubeObject[] {
    const type = this.store.types.require('rbac.authorization.k8s.io/v1', kind);
    return this.store.list(type, namespace);
  }
}

export function forbidden(
  identity: Identity,
  wanted: ResourceAttributes,
  namespace: string | undefined,
): ApiError {
  const { verb, group, resource, subresource, name } = wanted;
  const qualified = group ? `${resource}.${group}` : resource;
  const subject = name ? `${qualified} "${name}"` : qualified;
  const scope = namespace
    ? `in the namespace "${namespace}"`
    : 'at the cluster scope';
  return new ApiError(
    403,
    'Forbidden',
    `${subject} is forbidden: User "${identity.username}" cannot ${verb} resource "${
      subresource ? `${resource}/${subresource}` : resource
    }" in API group "${group}" ${scope}`,
    { ...(name && { name }), ...(group && { group }), kind: resource },
  );
}

function isNamespaceObject(resource: { group: string; plural: string }) {
  return resource.group === '' && resource.plural === 'namespaces';
}

function isBound(binding: KubeObject, identity: Identity): boolean {
  return (binding.subjects ?? []).some((subject: any) => {
    if (subject.kind === 'User') return subject.name === identity.username;
    if (subject.kind === 'Group') return identity.groups.includes(subject.name);
    return (
      identity.username ===
      `system:serviceaccount:${subject.namespace}:${subject.name}`
    );
  });
}
