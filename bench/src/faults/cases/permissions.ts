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
import { mockServices } from '@backstage/backend-test-utils';
import {
  fleetNamespaceReadPermission,
  PodRow,
  podsView,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  createNamespaceConditionalDecision,
  namespaceConditions,
} from '@quarterdeck/backstage-plugin-fleet-node';
import { FleetStream } from '../../load/FleetStream';
import type { FaultCase } from '../FaultCase';
import { mustBe } from '../world/mustBe';
import { secondsText as seconds } from '../world/secondsText';

const peer = { notApplicable: 'informers serve no browser' };
const LIFETIME = 10_000;
/** As docs/permissions.md has it, and a little for the way. */
const REVOKED_WITHIN = 33;

/** Credentials that are good for some seconds. */
const shortLived = createServiceFactory({
  service: coreServices.httpAuth,
  deps: {},
  factory: () => {
    const httpAuth = mockServices.httpAuth();
    return {
      ...httpAuth,
      issueUserCookie: httpAuth.issueUserCookie.bind(httpAuth),
      credentials: async (request, options) => {
        const credentials = await httpAuth.credentials(request, options as {});
        const expiresAt = new Date(Date.now() + LIFETIME);
        return { ...credentials, expiresAt } as never;
      },
    };
  },
});

/** Permissions that allow everything, or one namespace only once they are narrow. */
function narrowable(rights: { readonly narrow: boolean }) {
  return createServiceFactory({
    service: coreServices.permissions,
    deps: {},
    factory: () => {
      const all = mockServices.permissions();
      return {
        authorize: (...request) => all.authorize(...request),
        authorizeConditional: async (requests, options) => {
          const decisions = await all.authorizeConditional(requests, options);
          return decisions.map((decision, index) => {
            const { permission } = requests[index];
            return rights.narrow &&
              permission.name === fleetNamespaceReadPermission.name
              ? createNamespaceConditionalDecision(
                  permission as typeof fleetNamespaceReadPermission,
                  namespaceConditions.named({ names: ['shop'] }),
                )
              : decision;
          });
        },
      };
    },
  });
}

/** People whose sign-in ends, or whose rights do, while they look. */
export function permissionCases(): readonly FaultCase[] {
  const rights = { narrow: false };
  return [
    {
      id: 'B41',
      title:
        'The token of a reader expires: its stream is ended before, nothing comes afterwards, and a tab goes on with a new token',
      peer,
      runtime: { wired: 'plugin', features: () => [shortLived] },
      async run(world) {
        const { edit } = await world.cluster('c');
        await world.watch();
        await world.settled();
        const ours = world.ours!;
        let last = 0;
        const began = performance.now();
        const stream = await FleetStream.open({
          port: Number(new URL(ours.url).port),
          viewer: 'anne',
          subscriptions: [{ id: 'pods', view: podsView.id }],
          onEvent: () => {
            last = performance.now();
          },
        });
        world.onClose(() => stream.close());
        for (let round = 1; round <= 12; round += 1) {
          edit.restart(edit.pods[0], round);
          await world.pass(1);
        }
        const lasted = last - began;
        mustBe('The stream goes on', stream.ended !== undefined);
        mustBe(
          `Its last event came after ${seconds(lasted)}`,
          lasted <= LIFETIME,
        );
        await world.settled();
        return `ended after ${seconds(lasted)} of ${seconds(LIFETIME)}`;
      },
    },
    {
      id: 'B42',
      title:
        'A person loses the right to a namespace: within half a minute its rows are gone from the tab and from REST, those of the others stay',
      peer,
      runtime: { wired: 'plugin', features: () => [narrowable(rights)] },
      async run(world) {
        rights.narrow = false;
        await world.cluster('c');
        await world.watch();
        await world.settled();
        const ours = world.ours!;
        rights.narrow = true;
        const began = performance.now();
        const namespaces = (rows: readonly object[]) =>
          [...new Set((rows as PodRow[]).map(({ namespace }) => namespace))]
            .sort()
            .join();
        await world.until(
          'The rows are gone',
          async () => {
            const { rows } = await ours.readView('pods.list');
            const shown = namespaces(ours.shown('pods.list').state().rows);
            const read = namespaces(rows);
            return shown === 'shop' && read === 'shop'
              ? undefined
              : `the tab shows ${shown}, REST ${read}`;
          },
          REVOKED_WITHIN,
        );
        const took = performance.now() - began;
        return `gone after ${seconds(took)}`;
      },
    },
  ];
}
