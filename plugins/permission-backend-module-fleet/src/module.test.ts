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

import { createExtensionPoint } from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { PermissionPolicy } from '@backstage/plugin-permission-node';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { fleetAdminPermission } from '@quarterdeck/backstage-plugin-fleet-common';
import permissionModuleFleet from './index';

async function startWith(roles: object[]): Promise<PermissionPolicy[]> {
  const policies: PermissionPolicy[] = [];
  await startTestBackend({
    extensionPoints: [
      [
        policyExtensionPoint as ReturnType<
          typeof createExtensionPoint<{
            setPolicy(policy: PermissionPolicy): void;
          }>
        >,
        { setPolicy: policy => policies.push(policy) },
      ],
    ],
    features: [
      permissionModuleFleet,
      mockServices.rootConfig.factory({
        data: { fleet: { permissions: { roles } } } as any,
      }),
    ],
  });
  return policies;
}

describe('permissionModuleFleet', () => {
  it('sets the policy of the configured roles', async () => {
    const [policy] = await startWith([
      { role: 'admin', members: ['user:default/ada'], clusters: ['*'] },
    ]);
    const handle = (ref: string) =>
      policy.handle(
        { permission: fleetAdminPermission },
        {
          credentials: mockCredentials.user(ref),
          info: { userEntityRef: ref, ownershipEntityRefs: [ref] },
        },
      );
    await expect(handle('user:default/ada')).resolves.toEqual({
      result: AuthorizeResult.ALLOW,
    });
    await expect(handle('user:default/eve')).resolves.toEqual({
      result: AuthorizeResult.DENY,
    });
  });

  it('does not start with a role that it does not know', async () => {
    await expect(
      startWith([
        { role: 'boss', members: ['user:default/ada'], clusters: ['*'] },
      ]),
    ).rejects.toThrow(
      "fleet.permissions.roles[0].role is 'boss', but must be one of viewer, operator, admin",
    );
  });
});
