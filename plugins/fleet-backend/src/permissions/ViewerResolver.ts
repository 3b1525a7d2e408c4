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
  AuthService,
  BackstageCredentials,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  PermissionCriteria,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  createConditionAuthorizer,
  createConditionTransformer,
} from '@backstage/plugin-permission-node';
import {
  fleetClusterReadPermission,
  fleetNamespaceReadPermission,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  clusterPermissionResource,
  namespacePermissionResource,
  ResourceQuery,
} from '@quarterdeck/backstage-plugin-fleet-node';
import stringify from 'safe-stable-stringify';
import { NamespaceDirectory } from './NamespaceDirectory';
import { Viewer } from './Viewer';

/** How long a decision is used before it is asked for again: the delay of a revocation. */
export const DECISION_TTL_MS = 30_000;

const MAX_CACHED_VIEWERS = 1000;

/**
 * Turns credentials into a {@link Viewer}: asks the permission framework once, and applies its conditions to names from then on.
 */
export class ViewerResolver {
  readonly #auth: AuthService;
  readonly #permissions: PermissionsService;
  readonly #directory: NamespaceDirectory;
  readonly #now: () => number;
  readonly #decide: {
    cluster: DecisionCompiler;
    namespace: DecisionCompiler;
  };
  readonly #cache = new Map<string, { viewer: Viewer; until: number }>();
  readonly #asking = new Map<string, Promise<Viewer>>();

  constructor(options: {
    auth: AuthService;
    permissions: PermissionsService;
    permissionsRegistry: PermissionsRegistryService;
    directory: NamespaceDirectory;
    now?: () => number;
  }) {
    this.#auth = options.auth;
    this.#permissions = options.permissions;
    this.#directory = options.directory;
    this.#now = options.now ?? Date.now;
    const clusterRules = options.permissionsRegistry.getPermissionRuleset(
      clusterPermissionResource,
    );
    const namespaceRules = options.permissionsRegistry.getPermissionRuleset(
      namespacePermissionResource,
    );
    this.#decide = {
      cluster: {
        authorize: createConditionAuthorizer(clusterRules) as never,
        transform: createConditionTransformer(clusterRules) as never,
      },
      namespace: {
        authorize: createConditionAuthorizer(namespaceRules) as never,
        transform: createConditionTransformer(namespaceRules) as never,
      },
    };
  }

  /** What the caller may read, from a decision at most {@link DECISION_TTL_MS} old. */
  async resolve(credentials: BackstageCredentials): Promise<Viewer> {
    const ref = principalRef(this.#auth, credentials);
    const cached = this.#cache.get(ref);
    if (cached && cached.until > this.#now()) {
      return cached.viewer;
    }
    const asking = this.#asking.get(ref);
    if (asking) {
      return asking;
    }
    const asked = this.#ask(ref, credentials).finally(() =>
      this.#asking.delete(ref),
    );
    this.#asking.set(ref, asked);
    return asked;
  }

  /** Asks the permission framework whatever is cached. */
  async refresh(credentials: BackstageCredentials): Promise<Viewer> {
    this.#cache.delete(principalRef(this.#auth, credentials));
    return this.resolve(credentials);
  }

  async #ask(ref: string, credentials: BackstageCredentials): Promise<Viewer> {
    const [cluster, namespace] = await this.#permissions.authorizeConditional(
      [
        { permission: fleetClusterReadPermission },
        { permission: fleetNamespaceReadPermission },
      ],
      { credentials },
    );
    const viewer = this.#compile(ref, cluster, namespace);
    if (this.#cache.size >= MAX_CACHED_VIEWERS) {
      this.#cache.delete(this.#cache.keys().next().value!);
    }
    this.#cache.set(ref, { viewer, until: this.#now() + DECISION_TTL_MS });
    return viewer;
  }

  #compile(
    ref: string,
    cluster: PolicyDecision,
    namespace: PolicyDecision,
  ): Viewer {
    const clusterCheck = compile(this.#decide.cluster, cluster);
    const namespaceCheck = compile(this.#decide.namespace, namespace);
    const readsMetadata =
      clusterCheck.readsMetadata || namespaceCheck.readsMetadata;
    const key = stringify([
      clusterCheck.key,
      namespaceCheck.key,
      readsMetadata ? this.#directory.epoch : 0,
    ]);
    if (
      clusterCheck.always !== undefined &&
      namespaceCheck.always !== undefined
    ) {
      const ofClusters = clusterCheck.always;
      const ofNamespaces = namespaceCheck.always;
      return {
        ref,
        key,
        cluster: () => ofClusters,
        namespace: () => ofNamespaces,
      };
    }
    const clusters = new Map<string, boolean>();
    const namespaces = new Map<string, Map<string, boolean>>();
    return {
      ref,
      key,
      cluster: name => {
        let allowed = clusters.get(name);
        if (allowed === undefined) {
          allowed = clusterCheck.allows(() =>
            this.#directory.clusterResource(name),
          );
          clusters.set(name, allowed);
        }
        return allowed;
      },
      namespace: (clusterName, name) => {
        let known = namespaces.get(clusterName);
        if (!known) {
          known = new Map();
          namespaces.set(clusterName, known);
        }
        let allowed = known.get(name);
        if (allowed === undefined) {
          allowed = namespaceCheck.allows(() =>
            this.#directory.namespaceResource(clusterName, name),
          );
          known.set(name, allowed);
        }
        return allowed;
      },
    };
  }
}

interface DecisionCompiler {
  authorize: (decision: PolicyDecision, resource: unknown) => boolean;
  transform: (conditions: unknown) => PermissionCriteria<ResourceQuery>;
}

interface CompiledDecision {
  key: unknown;
  readsMetadata: boolean;
  /** What it answers whatever it is asked for; undefined when that depends. */
  always?: boolean;
  allows: (resource: () => unknown) => boolean;
}

function compile(
  compiler: DecisionCompiler,
  decision: PolicyDecision,
): CompiledDecision {
  if (decision.result !== AuthorizeResult.CONDITIONAL) {
    const allowed = decision.result === AuthorizeResult.ALLOW;
    return {
      key: allowed,
      readsMetadata: false,
      always: allowed,
      allows: () => allowed,
    };
  }
  return {
    key: decision.conditions,
    readsMetadata: someQuery(
      compiler.transform(decision.conditions),
      query => query.readsMetadata,
    ),
    allows: resource => compiler.authorize(decision, resource()),
  };
}

function someQuery(
  criteria: PermissionCriteria<ResourceQuery>,
  test: (query: ResourceQuery) => boolean,
): boolean {
  if ('anyOf' in criteria) {
    return criteria.anyOf.some(part => someQuery(part, test));
  }
  if ('allOf' in criteria) {
    return criteria.allOf.some(part => someQuery(part, test));
  }
  if ('not' in criteria) {
    return someQuery(criteria.not, test);
  }
  return test(criteria);
}

/** Entity ref of a person, `plugin:<id>` of a service. */
export function principalRef(
  auth: AuthService,
  credentials: BackstageCredentials,
): string {
  if (auth.isPrincipal(credentials, 'user')) {
    return credentials.principal.userEntityRef;
  }
  if (auth.isPrincipal(credentials, 'service')) {
    return `plugin:${credentials.principal.subject}`;
  }
  return 'none';
}
