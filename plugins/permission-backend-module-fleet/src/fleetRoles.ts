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

import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** What a member of a role may do. @public */
export type FleetRoleName = 'viewer' | 'operator' | 'admin';

/**
 * Gives a role in a part of the fleet to some users and groups.
 *
 * @public
 */
export interface FleetRole {
  readonly role: FleetRoleName;
  /** Full entity refs of users and groups, in lower case. */
  readonly members: readonly string[];
  /** Patterns of cluster names; `*` stands for any run of characters. */
  readonly clusters: readonly string[];
  /** Patterns of namespace names; all namespaces when left out. */
  readonly namespaces?: readonly string[];
  /** Only namespaces that the user or one of the user's groups owns. */
  readonly ownedBy?: boolean;
}

const ROLES: readonly string[] = ['viewer', 'operator', 'admin'];
const KEYS = ['role', 'members', 'clusters', 'namespaces', 'ownedBy'];
const MEMBER = /^(user|group):[^\s:/]+\/[^\s:/]+$/i;
const ROLES_KEY = 'fleet.permissions.roles';

/**
 * Reads `fleet.permissions.roles`.
 *
 * @throws InputError naming the entry that cannot be used. A misspelt key would widen what somebody may do, so it is refused.
 *
 * @public
 */
export function readFleetRoles(config: Config): FleetRole[] {
  return (config.getOptionalConfigArray(ROLES_KEY) ?? []).map((entry, index) =>
    readRole(entry, `${ROLES_KEY}[${index}]`),
  );
}

function readRole(entry: Config, path: string): FleetRole {
  const unknown = entry.keys().find(key => !KEYS.includes(key));
  if (unknown !== undefined) {
    throw new InputError(
      `${path} has an unknown key '${unknown}'; known are ${KEYS.join(', ')}`,
    );
  }
  const role = entry.getString('role');
  if (!isRoleName(role)) {
    throw new InputError(
      `${path}.role is '${role}', but must be one of ${ROLES.join(', ')}`,
    );
  }
  const members = readNames(entry, path, 'members');
  const badMember = members.find(member => !MEMBER.test(member));
  if (badMember !== undefined) {
    throw new InputError(
      `${path}.members has '${badMember}', which is not a full entity ref of a user or group such as group:default/platform`,
    );
  }
  const namespaces = entry.has('namespaces')
    ? readNames(entry, path, 'namespaces')
    : undefined;
  const fleetRole: FleetRole = {
    role,
    members: members.map(member => member.toLocaleLowerCase('en-US')),
    clusters: readNames(entry, path, 'clusters'),
    namespaces,
    ownedBy: entry.getOptionalBoolean('ownedBy') ?? false,
  };
  if (role === 'admin' && !coversFleet(fleetRole)) {
    throw new InputError(
      `${path} limits an admin, who sees the audit log of the whole fleet: set clusters to ['*'] without namespaces and ownedBy, or use the role operator`,
    );
  }
  return fleetRole;
}

/** Whether an entry is limited to some namespaces. */
export function coversAllNamespaces({
  namespaces,
  ownedBy,
}: FleetRole): boolean {
  return !ownedBy && (namespaces === undefined || namespaces.includes('*'));
}

/** Whether an entry is not limited to some clusters. */
export function coversAllClusters({ clusters }: FleetRole): boolean {
  return clusters.includes('*');
}

/** Whether an entry is not limited at all. */
export function coversFleet(role: FleetRole): boolean {
  return coversAllClusters(role) && coversAllNamespaces(role);
}

function readNames(entry: Config, path: string, key: string): string[] {
  const names = entry.getStringArray(key);
  if (names.length === 0 || names.some(name => name.trim() === '')) {
    throw new InputError(`${path}.${key} must list at least one name`);
  }
  return names;
}

function isRoleName(role: string): role is FleetRoleName {
  return ROLES.includes(role);
}
