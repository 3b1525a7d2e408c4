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

import { ConfigReader } from '@backstage/config';
import { readFleetRoles } from './fleetRoles';

const good = {
  role: 'operator',
  members: ['group:default/Checkout'],
  clusters: ['prod-*'],
};
const read = (...roles: object[]) =>
  readFleetRoles(
    new ConfigReader({ fleet: { permissions: { roles } } } as any),
  );

describe('readFleetRoles', () => {
  it('reads entries, with full refs in lower case', () => {
    expect(
      read(good, {
        role: 'viewer',
        members: ['user:default/mo'],
        clusters: ['*'],
        namespaces: ['data'],
        ownedBy: true,
      }),
    ).toEqual([
      {
        role: 'operator',
        members: ['group:default/checkout'],
        clusters: ['prod-*'],
        namespaces: undefined,
        ownedBy: false,
      },
      {
        role: 'viewer',
        members: ['user:default/mo'],
        clusters: ['*'],
        namespaces: ['data'],
        ownedBy: true,
      },
    ]);
    expect(readFleetRoles(new ConfigReader({}))).toEqual([]);
  });

  it.each([
    {
      change: { role: 'owner' },
      message:
        "fleet.permissions.roles[1].role is 'owner', but must be one of viewer, operator, admin",
    },
    {
      change: { namespace: ['data'] },
      message:
        "fleet.permissions.roles[1] has an unknown key 'namespace'; known are role, members, clusters, namespaces, ownedBy",
    },
    {
      change: { members: ['platform'] },
      message:
        "fleet.permissions.roles[1].members has 'platform', which is not a full entity ref of a user or group such as group:default/platform",
    },
    {
      change: { members: [] },
      message: 'fleet.permissions.roles[1].members must list at least one name',
    },
    {
      change: { clusters: [''] },
      message:
        "Invalid type in config for key 'fleet.permissions.roles[1].clusters[0]' in 'mock-config', got empty-string, wanted string",
    },
    {
      change: { namespaces: [] },
      message:
        'fleet.permissions.roles[1].namespaces must list at least one name',
    },
    {
      change: { clusters: undefined },
      message:
        "Missing required config value at 'fleet.permissions.roles[1].clusters' in 'mock-config'",
    },
    {
      change: { role: 'admin' },
      message:
        "fleet.permissions.roles[1] limits an admin, who sees the audit log of the whole fleet: set clusters to ['*'] without namespaces and ownedBy, or use the role operator",
    },
  ])('refuses $change', ({ change, message }) => {
    expect(() => read(good, { ...good, ...change })).toThrow(message);
  });
});
