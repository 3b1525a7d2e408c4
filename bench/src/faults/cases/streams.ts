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

import type { PodRow } from '@quarterdeck/backstage-plugin-fleet-common';
import type { FaultCase } from '../FaultCase';
import { openAndNeverRead } from '../systems/openAndNeverRead';
import { mustBe } from '../world/mustBe';
import { secondsText as seconds } from '../world/secondsText';
import { event } from '../world/shopObjects';
import { openTap, sameAs, tappedCluster } from '../world/tappedTab';

const peer = { notApplicable: 'informers serve no browser' };
/** A change of so many rows is some hundred kilobytes. */
const MANY = 450;
const SENT_AWAY_WITHIN = 60;

const HOSTILE = [
  '<img src=x onerror="alert(1)"><script>alert(2)</script>',
  'user\u202egnp.exe \u2066isolated',
  '🚢'.repeat(50),
  '\u001b[31mred\u001b[0m \u0007',
  'line\n\nevent: end\ndata: {"reason":"token"}\n\nid: 1',
  '${7*7} {{constructor}} %s \\u0000',
];

/** What befalls the way from the backend to the browser. */
export const streamCases: readonly FaultCase[] = [
  {
    id: 'B35',
    title:
      'A stream is cut and comes back soon: only what was missed is sent, no snapshot',
    peer,
    async run(world) {
      const { cluster, tap, pods } = await tappedCluster(world);
      tap.takeNames();
      tap.cut();
      cluster.edit.churn(3);
      await sameAs(world, cluster, pods);
      const names = tap.takeNames();
      mustBe(
        `After the cut came ${names}`,
        names.includes('subscribed') && !names.includes('snapshot'),
      );
    },
  },
  {
    id: 'B36',
    title:
      'A stream comes back when what it missed is kept no longer, or to another backend: a snapshot, and nothing is missing',
    peer,
    async run(world) {
      const { cluster, tap, pods } = await tappedCluster(world, MANY);
      tap.refuse(true);
      tap.cut();
      for (let round = 0; round < 12; round += 1) {
        cluster.edit.pods.forEach((each, index) =>
          cluster.edit.restart(each, round * 1_000 + index + 1),
        );
        await world.pass(0.2);
      }
      tap.takeNames();
      tap.refuse(false);
      await sameAs(world, cluster, pods);
      mustBe(
        'What was missed came without a snapshot',
        tap.takeNames().includes('snapshot'),
      );
      const comeBack = await world.ours!.goDown();
      cluster.edit.delete(cluster.edit.pods[0]);
      await comeBack();
      await sameAs(world, cluster, pods);
      mustBe(
        'Another backend sent no snapshot',
        tap.takeNames().includes('snapshot'),
      );
    },
  },
  {
    id: 'B37',
    title:
      'Two readers stop reading: one that goes on in time gets the newest state, the other is sent away after half a minute, a third notices nothing',
    peer,
    runtime: { wired: 'parts' },
    async run(world) {
      const { cluster, pods } = await tappedCluster(world, MANY);
      const { edit } = cluster;
      const ours = world.ours!;
      const slow = await openTap(world);
      const before = ours.streams;
      const lost = await openAndNeverRead(ours.url);
      world.onClose(() => {
        lost.destroy();
      });
      mustBe('The stream was not opened', ours.streams === before + 1);
      const goOn = slow.tap.holdBack();
      let round = 0;
      const flood = () => {
        round += 1;
        edit.pods.forEach((each, index) =>
          edit.restart(each, round * 1_000 + index),
        );
      };
      while (round < 60) {
        flood();
        await world.pass(0.1);
      }
      goOn();
      await sameAs(world, cluster, slow.pods);
      await sameAs(world, cluster, pods);
      const began = performance.now();
      await world.until(
        'The reader that was lost is sent away',
        async () => {
          flood();
          await world.pass(1);
          return ours.streams === before ? undefined : `${ours.streams}`;
        },
        SENT_AWAY_WITHIN,
      );
      const took = performance.now() - began;
      await sameAs(world, cluster, pods);
      await sameAs(world, cluster, slow.pods);
      return `sent away ${seconds(took)} after the flood`;
    },
  },
  {
    id: 'B47',
    title:
      'Texts with HTML, right-to-left override, emoji, escape sequences and line breaks, names of 253 characters: they arrive as they are, and no stream breaks',
    peer,
    async run(world) {
      const { cluster, tap, pods } = await tappedCluster(world);
      const { edit } = cluster;
      for (const [index, message] of HOSTILE.entries()) {
        edit.create({ ...event('shop', `hostile-${index}`), message });
      }
      const long = 'a'.repeat(253);
      edit.createPod('shop', long);
      await world.settled();
      await sameAs(world, cluster, pods);
      const rows = pods.state().rows as PodRow[];
      mustBe(
        'The long name did not arrive',
        rows.some(({ name }) => name === long),
      );
      mustBe('The stream broke', !tap.takeNames().includes('end'));
      const events = await world.ours!.readView('events.recent');
      const told = (events.rows as { message: string }[]).map(
        ({ message }) => message,
      );
      mustBe(
        'A text did not arrive as it was',
        HOSTILE.every(message => told.includes(message)),
      );
    },
  },
];
