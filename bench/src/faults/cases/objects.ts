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

import { formatAge, PodRow } from '@quarterdeck/backstage-plugin-fleet-common';
import type { FaultCase } from '../FaultCase';
import { mustBe } from '../world/mustBe';
import { node, pod } from '../world/shopObjects';

const HOUR = 3_600_000;

const NULLS = {
  conditions: null,
  containerStatuses: null,
  initContainerStatuses: null,
  allocatable: null,
  capacity: null,
  nodeInfo: null,
};

const ODD_PODS = {
  'no-status': { status: undefined },
  'no-spec': { spec: undefined, status: undefined },
  'no-containers': { spec: {}, status: {} },
  nulls: { spec: { containers: null, initContainers: null }, status: NULLS },
  'empty-lists': {
    spec: { containers: [] },
    status: { conditions: [], containerStatuses: [] },
  },
};

/** Clocks and objects that are not as they usually are. */
export const objectCases: readonly FaultCase[] = [
  {
    id: 'A31',
    title:
      'The clocks of two clusters are an hour ahead and an hour behind: no age below zero, and the age of the data goes by the backend’s own clock',
    peer: {
      notApplicable: 'informers tell no ages',
    },
    async run(world) {
      const ours = world.ours!;
      const ahead = await world.cluster('ahead');
      const behind = await world.cluster('behind');
      ahead.demo.faults.add({
        fault: { type: 'clock-skew', milliseconds: HOUR },
      });
      behind.demo.faults.add({
        fault: { type: 'clock-skew', milliseconds: -HOUR },
      });
      await world.watch();
      for (const { edit } of [ahead, behind]) edit.createPod('shop', 'young');
      const young = () =>
        (ours.shown('pods.list').state().rows as PodRow[]).filter(
          ({ name }) => name === 'young',
        );
      await world.untilTrue('Both are shown', () => young().length === 2);
      const now = Date.now();
      const ages = young().map(({ created }) => formatAge(now - created));
      mustBe(
        `Pods just made are ${ages} old`,
        [...ages].sort().join() === '0s,1h',
      );
      const asOf = () => ours.shown('pods.list').state().asOf;
      await world.untilTrue('It is known how old it is', () => Boolean(asOf()));
      const old = Date.now() - asOf()!;
      mustBe(
        `The data is ${old} ms old`,
        old >= 0 && old < 60_000 * world.patience,
      );
      for (const name of ['ahead', 'behind']) {
        const { since, lastContact } = await ours.cluster(name);
        const present = Date.now();
        mustBe(
          `${name}: since ${since - present} ms, contact ${lastContact! - present} ms`,
          since <= present &&
            lastContact! <= present &&
            present - lastContact! < HOUR / 2,
        );
      }
    },
  },
  {
    id: 'A32',
    title:
      'A namespace without pods, a cluster without nodes, pods without status or containers, null where lists belong: all views answer, nothing throws',
    peer: 'run',
    async run(world) {
      const { demo, edit } = await world.cluster('odd', { objects: [] });
      await world.cluster('usual');
      await world.watch();
      await world.settled();
      edit.create({
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: { name: 'shop' },
      });
      for (const [name, fields] of Object.entries(ODD_PODS)) {
        edit.create({ ...pod('shop', name), ...fields } as never);
      }
      edit.create({ ...node('bare'), spec: undefined, status: undefined });
      edit.create({ ...node('nulls'), status: NULLS } as never);
      await world.settled();
      const { ours } = world;
      if (!ours) return;
      const { items } = await ours.read<{ items: { id: string }[] }>('views');
      for (const { id } of items) await ours.readView(id);
      await world.until('It is right', () => ours.difference(demo));
    },
  },
];
