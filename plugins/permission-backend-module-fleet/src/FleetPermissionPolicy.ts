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
  AuthorizeResult,
  isResourcePermission,
  Permission,
  PermissionCondition,
  PermissionCriteria,
  PolicyDecision,
  ResourcePermission,
} from '@backstage/plugin-permission-common';
import {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import {
  FLEET_CLUSTER_RESOURCE_TYPE,
  FLEET_DASHBOARD_RESOURCE_TYPE,
  FLEET_NAMESPACE_RESOURCE_TYPE,
  fleetDashboardCreatePermission,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  clusterConditions,
  createClusterConditionalDecision,
  createDashboardConditionalDecision,
  createNamespaceConditionalDecision,
  dashboardConditions,
  namespaceConditions,
} from '@quarterdeck/backstage-plugin-fleet-node';
import {
  coversAllClusters,
  coversAllNamespaces,
  coversFleet,
  FleetRole,
  FleetRoleName,
} from './fleetRoles';

/**
 * Options of {@link FleetPermissionPolicy}.
 *
 * @public
 */
export interface FleetPermissionPolicyOptions {
  roles: readonly FleetRole[];
  /**
   * Decides about all permissions whose name does not begin with `fleet.`. When left out, everything else is allowed to who is signed
   * in, but for the permissions of the Kubernetes plugin, which knows nothing of roles: `kubernetes.proxy` lets its holder do anything
   * with the clusters' own credentials, so that only fleet admins get it; `kubernetes.resources.read` and `kubernetes.clusters.read` need
   * a role that sees all namespaces, or all clusters, of the fleet.
   */
  fallback?: PermissionPolicy;
}

const RANKS: Readonly<Record<FleetRoleName, number>> = {
  viewer: 0,
  operator: 1,
  admin: 2,
};

type Criteria<TResourceType extends string> = PermissionCriteria<
  PermissionCondition<TResourceType>
>;

const ALLOW: PolicyDecision = { result: AuthorizeResult.ALLOW };
const DENY: PolicyDecision = { result: AuthorizeResult.DENY };

/**
 * Decides by roles that are given to users and groups for parts of the fleet.
 *
 * @example
 * ```ts
 * policy.setPolicy(
 *   new FleetPermissionPolicy({
 *     roles: readFleetRoles(config),
 *     fallback: new CompanyPolicy(),
 *   }),
 * );
 * ```
 *
 * @public
 */
export class FleetPermissionPolicy implements PermissionPolicy {
  readonly #roles: readonly FleetRole[];
  readonly #fallback: PermissionPolicy | undefined;

  constructor(options: FleetPermissionPolicyOptions) {
    this.#roles = options.roles;
    this.#fallback = options.fallback;
  }

  async handle(
    request: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    const { permission } = request;
    if (permission.name.startsWith('fleet.')) {
      return user ? this.#decide(permission, user) : DENY;
    }
    if (this.#fallback) {
      return this.#fallback.handle(request, user);
    }
    return user && this.#mayBesides(permission, user) ? ALLOW : DENY;
  }

  /** Whether somebody who is signed in may do what is not of the fleet. */
  #mayBesides(permission: Permission, user: PolicyQueryUser): boolean {
    switch (permission.name) {
      case 'kubernetes.proxy':
        return this.#isAdmin(user);
      case 'kubernetes.resources.read':
        return this.#rolesOf(user).some(coversFleet);
      case 'kubernetes.clusters.read':
        return this.#rolesOf(user).some(coversAllClusters);
      default:
        return true;
    }
  }

  #decide(permission: Permission, user: PolicyQueryUser): PolicyDecision {
    if (this.#isAdmin(user)) {
      return ALLOW;
    }
    if (isResourcePermission(permission, FLEET_DASHBOARD_RESOURCE_TYPE)) {
      return this.#hasRole(user)
        ? decideOnDashboard(permission, ownershipOf(user))
        : DENY;
    }
    if (permission.name === fleetDashboardCreatePermission.name) {
      return this.#hasRole(user) ? ALLOW : DENY;
    }
    const roles = this.#rolesOf(user).filter(
      ({ role }) => RANKS[role] >= requiredRank(permission),
    );
    if (isResourcePermission(permission, FLEET_CLUSTER_RESOURCE_TYPE)) {
      return union(
        roles
          .filter(
            role =>
              permission.attributes.action === 'read' ||
              coversAllNamespaces(role),
          )
          .map(clusterCriteria),
        criteria => createClusterConditionalDecision(permission, criteria),
      );
    }
    if (isResourcePermission(permission, FLEET_NAMESPACE_RESOURCE_TYPE)) {
      return union(
        roles.map(role => namespaceCriteria(role, ownershipOf(user))),
        criteria => createNamespaceConditionalDecision(permission, criteria),
      );
    }
    // Settings of the fleet and its audit log concern all of it.
    return DENY;
  }

  #isAdmin(user: PolicyQueryUser): boolean {
    return this.#rolesOf(user).some(
      role => role.role === 'admin' && coversFleet(role),
    );
  }

  #hasRole(user: PolicyQueryUser): boolean {
    return this.#rolesOf(user).length > 0;
  }

  #rolesOf(user: PolicyQueryUser): FleetRole[] {
    const ownership = ownershipOf(user);
    return this.#roles.filter(({ members }) =>
      members.some(member => ownership.includes(member)),
    );
  }
}

function ownershipOf({ info }: PolicyQueryUser): string[] {
  const refs = new Set([info.userEntityRef, ...info.ownershipEntityRefs]);
  return Array.from(refs, ref => ref.toLocaleLowerCase('en-US'));
}

/** Dashboards are not of a part of the fleet: what their cards show is limited for each viewer by the other permissions. */
function decideOnDashboard(
  permission: ResourcePermission<typeof FLEET_DASHBOARD_RESOURCE_TYPE>,
  owners: string[],
): PolicyDecision {
  const own = dashboardConditions.ownedBy({ owners });
  return createDashboardConditionalDecision(
    permission,
    permission.attributes.action === 'read'
      ? { anyOf: [own, dashboardConditions.visibleToEveryone()] }
      : own,
  );
}

function requiredRank({ name, attributes }: Permission): number {
  if (attributes.action === 'read') {
    return RANKS.viewer;
  }
  return name.startsWith('fleet.action.') ? RANKS.operator : RANKS.admin;
}

function clusterCriteria({
  clusters,
}: FleetRole): Criteria<typeof FLEET_CLUSTER_RESOURCE_TYPE> | undefined {
  return clusters.includes('*')
    ? undefined
    : clusterConditions.named({ names: [...clusters] });
}

function namespaceCriteria(
  { clusters, namespaces, ownedBy }: FleetRole,
  owners: string[],
): Criteria<typeof FLEET_NAMESPACE_RESOURCE_TYPE> | undefined {
  const limits: Criteria<typeof FLEET_NAMESPACE_RESOURCE_TYPE>[] = [];
  if (!clusters.includes('*')) {
    limits.push(namespaceConditions.inCluster({ clusters: [...clusters] }));
  }
  if (namespaces && !namespaces.includes('*')) {
    limits.push(namespaceConditions.named({ names: [...namespaces] }));
  }
  if (ownedBy) {
    limits.push(namespaceConditions.ownedBy({ owners }));
  }
  return limits.length > 1
    ? { allOf: limits as [(typeof limits)[0], ...typeof limits] }
    : limits[0];
}

/** What any of some criteria allows; `undefined` among them stands for no limit. */
function union<TResourceType extends string>(
  criteria: (Criteria<TResourceType> | undefined)[],
  decide: (criteria: Criteria<TResourceType>) => PolicyDecision,
): PolicyDecision {
  if (criteria.includes(undefined)) {
    return ALLOW;
  }
  const [first, ...more] = criteria as Criteria<TResourceType>[];
  if (!first) {
    return DENY;
  }
  return decide(more.length > 0 ? { anyOf: [first, ...more] } : first);
}
