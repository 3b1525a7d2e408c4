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
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  Permission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { FleetPermissionPolicy } from '@quarterdeck/backstage-plugin-permission-backend-module-fleet';
import { fleetPlugin } from '../../plugin';

/** Ada administers, Ben and Cem work in the shop, Dot alone; Eve has no role. */
export const groups = {
  ada: ['group:default/platform'],
  ben: ['group:default/shop'],
  cem: ['group:default/shop'],
  dot: [],
  eve: [],
} as const;

export type Person = keyof typeof groups;
export type Caller = Person | 'service' | 'nobody';

export interface Answer {
  readonly status: number;
  readonly body: any;
}

const refOf = (person: string) => `user:default/${person}`;
const policy = new FleetPermissionPolicy({
  roles: [
    { role: 'admin', members: [refOf('ada')], clusters: ['*'] },
    { role: 'viewer', members: ['group:default/shop'], clusters: ['east'] },
    { role: 'operator', members: [refOf('dot')], clusters: ['*'] },
  ],
});

const ownershipOf = (ref: string) => [
  ref,
  ...(groups[ref.split('/')[1] as Person] ?? []),
];

/** A fleet backend with people, under the policy of roles. */
export class DashboardBackend {
  readonly auditor = mockServices.auditor.mock();
  /** Decides in place of the policy of roles, where it does. */
  decide?: (permission: Permission) => PolicyDecision | undefined;
  #backend: Awaited<ReturnType<typeof startTestBackend>> | undefined;

  async start(): Promise<void> {
    this.auditor.createEvent.mockImplementation(async () => ({
      success: async () => {},
      fail: async () => {},
    }));
    this.#backend = await startTestBackend({
      features: [
        fleetPlugin,
        mockServices.rootConfig.factory({ data: { fleet: {} } }),
        this.#permissions(),
        createServiceFactory({
          service: coreServices.auditor,
          deps: {},
          factory: () => this.auditor,
        }),
        mockServices.userInfo.mock({
          getUserInfo: async ({ principal }: any) => ({
            userEntityRef: principal.userEntityRef,
            ownershipEntityRefs: ownershipOf(principal.userEntityRef),
          }),
        }).factory,
      ],
    });
  }

  async stop(): Promise<void> {
    await this.#backend?.stop();
  }

  /** Calls the API, or at `/.well-known` the plugin besides it. A text is sent as it is. */
  async ask(
    caller: Caller,
    method: string,
    path: string,
    body?: unknown,
  ): Promise<Answer> {
    const port = this.#backend!.server.port();
    const base = path.startsWith('/.well-known') ? '' : '/v1';
    const response = await fetch(
      `http://localhost:${port}/api/fleet${base}${path}`,
      {
        method,
        headers: {
          'content-type': 'application/json',
          authorization: headerOf(caller),
        },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      },
    );
    const text = await response.text();
    return {
      status: response.status,
      body: text ? JSON.parse(text) : undefined,
    };
  }

  /** Makes a dashboard without cards, of which the rest is said. */
  async create(caller: Caller, input: object = {}): Promise<any> {
    const { status, body } = await this.ask(caller, 'POST', '/dashboards', {
      title: 'Operations',
      content: { cards: [], stats: [] },
      ...input,
    });
    if (status !== 201) {
      throw new Error(`Answered ${status}: ${JSON.stringify(body)}`);
    }
    return body;
  }

  /** What the permission plugin does with a policy, without its HTTP in between: the test backend's tokens cannot act on behalf of people. */
  #permissions() {
    const decide = async (
      { permission }: { permission: Permission },
      { principal }: any,
    ): Promise<PolicyDecision> => {
      const decided = this.decide?.(permission);
      if (decided) return decided;
      if (principal.type === 'service')
        return { result: AuthorizeResult.ALLOW };
      const ref = principal.userEntityRef;
      return policy.handle({ permission }, {
        info: { userEntityRef: ref, ownershipEntityRefs: ownershipOf(ref) },
      } as any);
    };
    return mockServices.permissions.mock({
      authorizeConditional: async (requests, { credentials }: any) =>
        Promise.all(requests.map(request => decide(request, credentials))),
      authorize: async (requests, { credentials }: any) =>
        Promise.all(
          requests.map(async request => ({
            result: (await decide(request, credentials)).result as
              AuthorizeResult.ALLOW | AuthorizeResult.DENY,
          })),
        ),
    }).factory;
  }
}

function headerOf(caller: Caller): string {
  switch (caller) {
    case 'service':
      return mockCredentials.service.header();
    case 'nobody':
      return mockCredentials.none.header();
    default:
      return mockCredentials.user.header(refOf(caller));
  }
}
