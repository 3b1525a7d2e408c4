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
import { OtherServer } from '../world/OtherServer';
import { secondsText as seconds } from '../world/secondsText';
import { tlsIdentities } from '../world/tlsIdentities';

const podWatches = { verbs: ['watch'], resource: 'pods' } as const;
const WATCHDOG = 75;

/** Ways in which the network and the servers on it go wrong. */
export const connectionCases: readonly FaultCase[] = [
  {
    id: 'A10',
    title:
      'The connection of a watch goes silent and stays open: noticed within 75 s, shown as old or failed before, right again without help',
    peer: 'run',
    async run(world) {
      const { demo, edit } = await world.cluster('c');
      await world.watch();
      await world.settled();
      const silent = demo.faults.add({
        match: podWatches,
        times: 1,
        fault: { type: 'half-open' },
      });
      demo.faults.add({
        match: podWatches,
        times: 1,
        fault: { type: 'watch-close' },
      });
      await world.untilTrue('It went silent', () => silent.hits === 1);
      const began = performance.now();
      edit.churn(5);
      let told = false;
      await world.until(
        'It is as its API server has it',
        async () => {
          const wrong = await world.system.difference(demo);
          told ||= wrong !== undefined && (await looksOld(world, began));
          return wrong;
        },
        WATCHDOG,
      );
      const took = performance.now() - began;
      if (world.ours) mustBe('It was never shown as old', told);
      return `right again after ${seconds(took)}`;
    },
  },
  {
    id: 'A13',
    title:
      'A LIST and a watch trickle at one byte a second: both are given up, others go on meanwhile',
    peer: 'run',
    async run(world) {
      const { demo, edit } = await world.cluster('c');
      const slow = demo.faults.add({
        match: { verbs: ['list'], resource: 'deployments' },
        times: 1,
        fault: { type: 'slow-bytes', bytesPerSecond: 1 },
      });
      const trickle = demo.faults.add({
        match: podWatches,
        times: 1,
        fault: { type: 'slow-bytes', bytesPerSecond: 1 },
      });
      await world.watch();
      await world.untilTrue(
        'Both trickle',
        () => slow.hits + trickle.hits === 2,
      );
      edit.churn(5);
      await world.until(
        'Nodes are there meanwhile',
        () => world.system.difference(demo, ['nodes.list']),
        20,
      );
      const began = performance.now();
      await world.settled(undefined, WATCHDOG + 45);
      return `all right after ${seconds(performance.now() - began)}`;
    },
  },
  {
    id: 'A26',
    title:
      'Certificates that have expired, are for another name or from another authority: no request is sent, and the reason is told',
    peer: 'run',
    async run(world) {
      const { ca, ...identities } = await tlsIdentities();
      const servers = await Promise.all(
        Object.entries(identities).map(([name, identity]) =>
          OtherServer.tls(name.toLowerCase(), ca, identity),
        ),
      );
      servers.forEach(server => world.onClose(() => server.close()));
      const { demo } = await world.cluster('well');
      await world.watch(servers.map(({ address }) => address));
      const { ours } = world;
      if (ours) {
        for (const { address } of servers) {
          await world.untilState(address.name, 'unreachable');
          const { reason, message } = await ours.cluster(address.name);
          mustBe(
            `${address.name} is said to be ${reason}: ${message}`,
            reason === 'certificate' && Boolean(message),
          );
        }
      }
      await world.pass(5);
      await world.until('The other cluster is right', () =>
        world.system.difference(demo),
      );
      const sent = servers.reduce((sum, { requests }) => sum + requests, 0);
      mustBe(`${sent} requests were sent`, sent === 0);
    },
  },
  {
    id: 'A27',
    title:
      'A name that does not resolve, a port that refuses, an address that never answers: each says why, the other cluster is right, and its pages come within half a second (p99)',
    peer: 'run',
    async run(world) {
      const { demo, edit } = await world.cluster('well');
      const gone = await world.cluster('gone');
      await gone.demo.stop();
      const { ca, tokens } = demo;
      const silent = await OtherServer.silent('silent', ca);
      world.onClose(() => silent.close());
      const nowhere = {
        name: 'nowhere',
        url: 'https://no-such-host.invalid:6443',
        ca,
        tokens,
      };
      await world.watch([silent.address, nowhere]);
      const right = () => world.system.difference(demo);
      await world.until('The other cluster is right', right, 15);
      const reasons = { nowhere: 'dns', gone: 'refused', silent: 'timeout' };
      const { ours } = world;
      for (const [name, reason] of Object.entries(reasons)) {
        await world.untilState(name, 'unreachable');
        const row = await ours?.cluster(name);
        mustBe(
          `${name} is said to be ${row?.reason}`,
          !row || row.reason === reason,
        );
      }
      edit.churn(5);
      await world.until('The other cluster goes on', right, 15);
      if (!ours) return undefined;
      const times: number[] = [];
      for (let page = 0; page < 100; page += 1) {
        const began = performance.now();
        await ours.readView('pods.list', { limit: '50' });
        times.push(performance.now() - began);
      }
      const p99 = times.sort((a, b) => a - b)[98];
      mustBe(
        `p99 of a page is ${Math.round(p99)} ms`,
        p99 < 500 * world.patience,
      );
      return `a page in ${Math.round(p99)} ms (p99)`;
    },
  },
  {
    id: 'A29',
    title:
      'One cluster of five goes away and comes back every 5 s: the others stay right, it is listed no more than once a time, and said to be unreachable in between',
    peer: 'run',
    async run(world) {
      const sick = await world.cluster('sick');
      const well = await Promise.all(
        ['a', 'b', 'd', 'e'].map(name => world.cluster(name, { pods: 10 })),
      );
      await world.watch();
      await world.settled();
      for (const each of well) {
        world.guard(each.demo.name, () => world.system.difference(each.demo));
      }
      sick.log.forget();
      const flap = sick.demo.faults.add({
        fault: { type: 'flap', upMilliseconds: 2_500, downMilliseconds: 2_500 },
      });
      await world.untilState('sick', 'unreachable', 20);
      await world.pass(30);
      const lists = sick.log.lists('pods').length;
      const asked = sick.log.total;
      flap.remove();
      sick.edit.churn(4);
      await world.settled([sick]);
      mustBe(`It was listed ${lists} times`, lists <= 6);
      mustBe(`${asked} requests in 30 s`, asked <= 600);
      return `${lists} LISTs of pods, ${asked} requests in 30 s`;
    },
  },
];

async function looksOld(
  { ours }: Parameters<FaultCase['run']>[0],
  since: number,
): Promise<boolean> {
  if (!ours) return false;
  const { coverage } = await ours.readView('pods.list');
  const waited = performance.now() - since;
  const old = Date.now() - (coverage.asOf ?? 0) > Math.min(waited, 5_000);
  return coverage.failed.length > 0 || (waited > 5_000 && old);
}
