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
import { describeBinding, isSubject } from './subjects';

const RBAC = 'rbac.authorization.k8s.io';

/** The one group that no binding is needed for: the server knows it by name. */
const MASTERS = 'system:masters';
const EVERYTHING: PolicyRule[] = [
  { verbs: ['*'], apiGroups: ['*'], resources: ['*'] },
  { verbs: ['*'], nonResourceURLs: ['*'] },
];

const MOST_REMEMBERED = 1_000;

/** A rule that holds for somebody, and the binding that it comes from. */
interface Grant {
  rule: PolicyRule;
  source?: string;
}

interface Grants {
  grants: Grant[];
  /** Roles that bindings name and that do not exist. */
  missing: string[];
}

export interface Decision {
  allowed: boolean;
  /** In the words of the RBAC authorizer. */
  reason?: string;
}

/** Decides by the roles and bindings in the store, as they stand at the moment. */
export class Authorizer {
  readonly #remembered = new Map<string, Grants>();

  constructor(private readonly store: ObjectStore) {
    store.onChange(({ resource }) => {
      if (resource.group === RBAC) this.#remembered.clear();
    });
  }

  authorize(identity: Identity, info: RequestInfo): void {
    const { allowed, reason } = info.resource
      ? this.decide(identity, attributesOf(info, info.resource))
      : this.decidePath(identity, info.verb, info.path);
    if (!allowed) throw refusal(identity, info, reason);
  }

  /** Refuses what is not allowed, in the words of the server. */
  require(identity: Identity, wanted: ResourceAttributes): void {
    const { allowed, reason } = this.decide(identity, wanted);
    if (!allowed) throw forbidden(identity, wanted, reason);
  }

  decide(identity: Identity, wanted: ResourceAttributes): Decision {
    return decision(this.#grants(identity, wanted.namespace), rule =>
      allowsResource(rule, wanted),
    );
  }

  decidePath(identity: Identity, verb: string, path: string): Decision {
    return decision(this.#grants(identity, undefined), rule =>
      allowsPath(rule, verb, path),
    );
  }

  /** Every rule that holds for a person in a namespace, and cluster-wide. */
  rules(identity: Identity, namespace?: string): PolicyRule[] {
    return this.#grants(identity, namespace).grants.map(({ rule }) => rule);
  }

  #grants(identity: Identity, namespace: string | undefined): Grants {
    const key = [namespace, identity.username, ...identity.groups].join('\n');
    let known = this.#remembered.get(key);
    if (!known) {
      if (this.#remembered.size >= MOST_REMEMBERED) this.#remembered.clear();
      known = this.#findGrants(identity, namespace);
      this.#remembered.set(key, known);
    }
    return known;
  }

  #findGrants(identity: Identity, namespace: string | undefined): Grants {
    if (identity.groups.includes(MASTERS)) {
      return { grants: EVERYTHING.map(rule => ({ rule })), missing: [] };
    }
    const found: Grants = { grants: [], missing: [] };
    const bindings = [
      ...this.#list('ClusterRoleBinding'),
      ...(namespace ? this.#list('RoleBinding', namespace) : []),
    ];
    for (const binding of bindings) {
      const subject = binding.subjects?.find((each: any) =>
        isSubject(each, binding, identity),
      );
      if (!subject) continue;
      const role = this.#roleOf(binding);
      if (!role) {
        const { kind, name } = binding.roleRef;
        found.missing.push(`${kind.toLowerCase()}.${RBAC} "${name}" not found`);
        continue;
      }
      const source = describeBinding(binding, subject);
      for (const rule of role.rules ?? []) found.grants.push({ rule, source });
    }
    return found;
  }

  #roleOf({ roleRef, metadata }: KubeObject): KubeObject | undefined {
    const type = this.#type(roleRef.kind);
    return this.store.get(type, metadata.namespace, roleRef.name);
  }

  #list(kind: string, namespace?: string): readonly KubeObject[] {
    return this.store.list(this.#type(kind), namespace);
  }

  #type(kind: string) {
    return this.store.types.require(`${RBAC}/v1`, kind);
  }
}

function decision(
  { grants, missing }: Grants,
  allows: (rule: PolicyRule) => boolean,
): Decision {
  const grant = grants.find(({ rule }) => allows(rule));
  if (grant) {
    return {
      allowed: true,
      ...(grant.source && { reason: `RBAC: allowed by ${grant.source}` }),
    };
  }
  const [only] = missing;
  if (!only) return { allowed: false };
  const text = missing.length === 1 ? only : `[${missing.join(', ')}]`;
  return { allowed: false, reason: `RBAC: ${text}` };
}

/** The answer to a request that is not allowed. */
export function refusal(
  identity: Identity,
  info: RequestInfo,
  reason?: string,
): ApiError {
  const { resource, verb, path } = info;
  if (resource) {
    return forbidden(identity, attributesOf(info, resource), reason);
  }
  return new ApiError(
    403,
    'Forbidden',
    `forbidden: User "${identity.username}" cannot ${verb} path "${path}"`,
    {},
  );
}

function attributesOf(
  { verb }: RequestInfo,
  resource: NonNullable<RequestInfo['resource']>,
): ResourceAttributes {
  return {
    ...resource,
    verb,
    resource: resource.plural,
    namespace:
      resource.namespace ??
      (isNamespaceObject(resource) ? resource.name : undefined),
  };
}

function forbidden(
  identity: Identity,
  wanted: ResourceAttributes,
  reason: string | undefined,
): ApiError {
  const { verb, group, resource, subresource, name, namespace } = wanted;
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
    }" in API group "${group}" ${scope}${reason ? `: ${reason}` : ''}`,
    { ...(name && { name }), ...(group && { group }), kind: resource },
  );
}

function isNamespaceObject(resource: { group: string; plural: string }) {
  return resource.group === '' && resource.plural === 'namespaces';
}
