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

import type { FaultCase } from '../FaultCase';
import { mustBe } from '../world/mustBe';

const podReads = { verbs: ['list', 'watch'], resource: 'pods' } as const;
const FAST = 10;

/** Credentials that end, and rights that come and go. */
export const accessCases: readonly FaultCase[] = [
  {
    id: 'A22',
    title:
      'Everything answers 401: one new try with the credential read anew, then the state is denied, no loop; well again when it is accepted',
    peer: 'run',
    async run(world) {
      const { demo, edit, log } = await world.cluster('c');
      await world.watch();
      await world.settled();
      const refusal = demo.faults.add({ fault: { type: 'status', code: 401 } });
      for (const resource of ['pods', 'nodes', 'namespaces', 'deployments']) {
        demo.faults.add({
          match: { verbs: ['watch'], resource },
          times: 1,
          fault: { type: 'watch-close' },
        });
      }
      await world.untilState('c', 'denied');
      log.forget();
      await world.pass(20);
      const asked = log.total;
      mustBe(`${asked} requests in 20 s`, asked <= 20);
      refusal.remove();
      edit.churn(3);
      await world.settled(undefined, 90);
      return `${asked} requests in 20 s`;
    },
  },
  {
    id: 'A23',
    title: 'One kind answers 403: that kind says so, the others work',
    peer: 'run',
    async run(world) {
      const { demo, edit } = await world.cluster('c');
      demo.faults.add({
        match: { resource: 'nodes' },
        fault: { type: 'status', code: 403 },
      });
      await world.watch();
      const others = ['pods.list', 'workloads.list'];
      await world.until('The others work', () =>
        world.system.difference(demo, others),
      );
      edit.churn(3);
      await world.until('The others go on', () =>
        world.system.difference(demo, others),
      );
      const { ours } = world;
      if (ours) {
        await world.untilState('c', 'degraded');
        const { rows, coverage } = await ours.readView('nodes.list');
        const [failure] = coverage.failed;
        mustBe(
          `Nodes are said to be ${JSON.stringify(coverage.failed)}`,
          rows.length === 0 &&
            failure?.reason === 'forbidden' &&
            failure.resource === 'nodes',
        );
      }
    },
  },
  {
    id: 'A24',
    title:
      'The right to read pods is revoked: said, and the rows gone from REST and tabs within two minutes; there again when it is given back',
    peer: {
      notApplicable:
        'what a refusal means for the objects held is left to who uses an informer',
    },
    runtime: { wired: 'parts', clockRate: FAST },
    async run(world) {
      const ours = world.ours!;
      const { demo } = await world.cluster('c');
      await world.watch();
      await world.settled();
      const refusal = demo.faults.add({
        match: podReads,
        fault: { type: 'status', code: 403 },
      });
      demo.faults.add({
        match: podReads,
        times: 1,
        fault: { type: 'watch-close' },
      });
      const began = performance.now();
      await world.until('It is said', async () => {
        const { coverage } = await ours.readView('pods.list');
        return coverage.failed.some(({ reason }) => reason === 'forbidden')
          ? undefined
          : JSON.stringify(coverage.failed);
      });
      await world.until(
        'The rows are gone',
        async () => {
          const { rows } = await ours.readView('pods.list');
          const shown = ours.shown('pods.list').state().rows;
          return rows.length + shown.length === 0
            ? undefined
            : `${rows.length} by REST, ${shown.length} in the tab`;
        },
        120 / FAST + 5,
      );
      const took = ((performance.now() - began) / 1_000) * FAST;
      await world.until('Nodes are as they were', () =>
        world.system.difference(demo, ['nodes.list']),
      );
      refusal.remove();
      await world.settled();
      return `the rows were gone after ${Math.round(took)} s`;
    },
  },
  {
    id: 'A25',
    title:
      'A kind answers 404, as that of a definition which was uninstalled: asked for no more than about once a minute, found when it is back',
    peer: 'run',
    runtime: { wired: 'parts', clockRate: FAST },
    async run(world) {
      const { demo, edit, log } = await world.cluster('c');
      await world.watch();
      await world.settled();
      const gone = demo.faults.add({
        match: { verbs: ['list', 'watch'], resource: 'deployments' },
        fault: { type: 'status', code: 404 },
      });
      demo.faults.add({
        match: { verbs: ['watch'], resource: 'deployments' },
        times: 1,
        fault: { type: 'watch-close' },
      });
      await world.untilTrue('It was asked for', () => gone.hits > 0);
      const { ours } = world;
      if (ours) {
        await world.until('It is said', async () => {
          const { coverage } = await ours.readView('deployments.status');
          return coverage.failed.some(
            ({ reason }) => reason === 'not-installed',
          )
            ? undefined
            : JSON.stringify(coverage.failed);
        });
      }
      log.forget();
      await world.pass(120 / world.clockRate);
      const asked =
        log.lists('deployments').length + log.watches('deployments').length;
      mustBe(`It was asked for ${asked} times in two minutes`, asked <= 4);
      await world.until('Pods are as they are', () =>
        world.system.difference(demo, ['pods.list']),
      );
      gone.remove();
      const [deployment] = edit.list('apps/v1', 'Deployment');
      edit.update({ ...deployment, status: { readyReplicas: 1 } });
      await world.settled(undefined, 120 / world.clockRate + 10);
      return `asked for ${asked} times in two minutes`;
    },
  },
];
