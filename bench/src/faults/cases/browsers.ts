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

import { podsView } from '@quarterdeck/backstage-plugin-fleet-common';
import { mockCredentials } from '@backstage/backend-test-utils';
import { FleetStream } from '../../load/FleetStream';
import type { FaultCase } from '../FaultCase';
import { bufferingProxy } from '../systems/bufferingProxy';
import { createStreamSlots } from '../systems/fleetParts';
import { FleetTab } from '../systems/FleetTab';
import { SixConnections } from '../systems/SixConnections';
import { TabLocks } from '../systems/TabLocks';
import { mustBe } from '../world/mustBe';
import { secondsText as seconds } from '../world/secondsText';
import { openTap, sameAs, tappedCluster } from '../world/tappedTab';

const peer = { notApplicable: 'informers serve no browser' };
const CLIENTS = 500;
const STREAMS_OF_ONE = 16;
const TABS = 7;
const SLOTS = 4;

/** Browsers: many, with many tabs, behind proxies, and before a backend that dies. */
export const browserCases: readonly FaultCase[] = [
  {
    id: 'B38',
    title:
      '500 people connect at once: all get the same snapshot of one channel; a person past the limit of streams gets 503 with Retry-After',
    peer,
    async run(world) {
      await world.cluster('c');
      await world.watch();
      await world.settled();
      const url = new URL(world.ours!.url);
      const channels = new Set<string>();
      let snapshots = 0;
      const began = performance.now();
      const open = (viewer: string) =>
        FleetStream.open({
          port: Number(url.port),
          viewer,
          subscriptions: [{ id: 'pods', view: podsView.id }],
          onEvent: ({ event, data }) => {
            if (event !== 'snapshot') return;
            snapshots += 1;
            channels.add(data.channel);
          },
        });
      const streams = await Promise.all(
        Array.from({ length: CLIENTS }, (_, index) => open(`viewer-${index}`)),
      );
      world.onClose(() => streams.forEach(stream => stream.close()));
      await world.untilTrue('All got it', () => snapshots === CLIENTS);
      const took = performance.now() - began;
      mustBe(`There are ${channels.size} channels`, channels.size === 1);
      for (let index = 0; index < STREAMS_OF_ONE; index += 1) {
        const stream = await open('greedy');
        world.onClose(() => stream.close());
      }
      const refused = await fetch(`${url}/v1/stream`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: mockCredentials.user.header('user:default/greedy'),
        },
        body: JSON.stringify({ subscriptions: [] }),
      });
      await refused.body?.cancel();
      mustBe(
        `One more was answered with ${refused.status}, Retry-After ${refused.headers.get('retry-after')}`,
        refused.status === 503 &&
          Number(refused.headers.get('retry-after')) > 0,
      );
      return `all had it after ${seconds(took)}`;
    },
  },
  {
    id: 'B39',
    title:
      'Seven tabs of a browser that keeps six connections: four stream, three ask by REST and say so, a page still answers',
    peer,
    async run(world) {
      const { demo } = await world.cluster('c');
      await world.watch();
      await world.settled();
      const ours = world.ours!;
      const six = new SixConnections();
      const locks = new TabLocks().manager;
      const views = Array.from({ length: TABS }, () => {
        const tab = ours.openTab({
          fetch: six.fetch,
          slots: createStreamSlots(locks),
        });
        world.onClose(() => tab.close());
        return tab.watch(podsView);
      });
      await world.untilTrue('All tabs show the pods', () =>
        views.every(({ state }) => state().rows.length === 30),
      );
      const by = (transport: string) =>
        views.filter(({ state }) => state().transport === transport).length;
      mustBe(
        `${by('stream')} tabs stream, ${by('poll')} ask`,
        by('stream') === SLOTS && by('poll') === TABS - SLOTS,
      );
      const began = performance.now();
      const page = await six.fetch(`${ours.url}/v1/clusters`, {
        headers: { authorization: mockCredentials.user.header() },
      });
      await page.json();
      const took = performance.now() - began;
      mustBe(`A page took ${seconds(took)}`, took < 1_000 * world.patience);
      demo.store.delete(
        demo.store.types.require('v1', 'Pod'),
        'shop',
        'web-0',
        { gracePeriodSeconds: 0 },
      );
      await world.untilTrue('All tabs learn of a change', () =>
        views.every(({ state }) => state().rows.length === 29),
      );
      return `a page in ${seconds(took)}`;
    },
  },
  {
    id: 'B40',
    title:
      'Compression does not hold the stream back: its first event within 1 s; behind a proxy that does, the tab asks by REST and says so',
    peer,
    async run(world) {
      const { edit } = await world.cluster('c');
      await world.watch();
      await world.settled();
      const ours = world.ours!;
      const began = performance.now();
      const response = await fetch(`${ours.url}/v1/stream`, {
        method: 'POST',
        headers: {
          'accept-encoding': 'gzip, br',
          'content-type': 'application/json',
          authorization: mockCredentials.user.header(),
        },
        body: JSON.stringify({ subscriptions: [] }),
      });
      const reader = response.body!.getReader();
      await reader.read();
      const took = performance.now() - began;
      await reader.cancel();
      mustBe(
        `The first event came after ${seconds(took)}`,
        took < 1_000 * world.patience,
      );
      mustBe(
        `It is encoded as ${response.headers.get('content-encoding')}`,
        response.headers.get('content-encoding') === null,
      );
      const proxy = await bufferingProxy(ours.url);
      const tab = new FleetTab({ url: () => proxy.url });
      world.onClose(async () => {
        tab.close();
        await proxy.close();
      });
      const pods = tab.watch(podsView);
      const shown = (count: number) => () => {
        const { transport, rows } = pods.state();
        return transport === 'poll' && rows.length === count;
      };
      await world.untilTrue('The tab asks by REST', shown(30), 30);
      edit.createPod('shop', 'new');
      await world.untilTrue('The tab learns of a change', shown(31), 30);
      return `the first event after ${seconds(took)}`;
    },
  },
  {
    id: 'B43',
    title:
      'The backend is killed: tabs keep the rows and say that they are offline, and show each row once when another is there',
    peer,
    runtime: { wired: 'process' },
    async run(world) {
      const { cluster, pods } = await tappedCluster(world);
      const { tap, pods: watched } = await openTap(world);
      const least = () => pods.state().rows.length;
      world.guard('Rows', () => (least() < 29 ? `${least()}` : undefined));
      const comeBack = await world.ours!.goDown();
      await world.untilTrue(
        'The tab says that it is offline',
        () => pods.state().transport === 'offline',
      );
      const { asOf } = pods.state();
      mustBe('It does not say how old its rows are', asOf !== undefined);
      const { edit } = cluster;
      edit.churn(3);
      edit.delete(edit.pods[5]);
      tap.takeNames();
      await comeBack();
      await sameAs(world, cluster, pods);
      await sameAs(world, cluster, watched);
      await world.settled();
      const { transport } = pods.state();
      await world.untilTrue(
        `The tab streams again, it is ${transport}`,
        () => pods.state().transport === 'stream',
        90,
      );
    },
  },
];
