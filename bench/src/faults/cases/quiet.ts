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

import type { ClusterRow } from '@quarterdeck/backstage-plugin-fleet-common';
import type { FaultCase } from '../FaultCase';
import { mustBe } from '../world/mustBe';

const FAST = 20;
const SECONDS = 60;
const peer = {
  notRun:
    'informers have no clock that could run faster, and in real time it takes too long',
};

/** Clusters in which nothing happens for a long time. */
export const quietCases: readonly FaultCase[] = [
  {
    id: 'A11',
    title:
      'Nothing happens for 30 minutes: no LIST, and bookmarks carry the version on, so that a watch resumes after the history before has expired',
    peer,
    runtime: { wired: 'parts', clockRate: FAST },
    async run(world) {
      const { demo, edit, log } = await world.cluster('c');
      await world.watch();
      await world.settled();
      log.forget();
      // Other kinds move the version of the cluster on.
      const [node] = edit.list('v1', 'Node');
      edit.update({ ...node, spec: { unschedulable: true } });
      await world.pass((30 * SECONDS) / FAST);
      demo.expireHistory();
      edit.churn(2);
      demo.faults.add({
        match: { verbs: ['watch'], resource: 'pods' },
        times: 1,
        fault: { type: 'watch-close' },
      });
      await world.untilTrue(
        'It is watched anew',
        () => log.watches('pods').length > 0,
      );
      await world.settled();
      const lists = log.lists('pods').length;
      mustBe(`Pods were listed ${lists} times`, lists === 0);
    },
  },
  {
    id: 'A12',
    title:
      'No bookmarks for 10 minutes while the history expires every 5: right at the end, one LIST for each time that it expired at most, and no failure said meanwhile',
    peer,
    runtime: { wired: 'parts', clockRate: FAST },
    async run(world) {
      const ours = world.ours!;
      const { demo, edit, log } = await world.cluster('c');
      demo.faults.add({ fault: { type: 'no-bookmarks' } });
      await world.watch();
      await world.settled();
      log.forget();
      const said: string[] = [];
      ours.inventory.onState((_, kind) => {
        const { phase, reason } = ours.inventory.state(kind, 'c');
        const [cluster] = ours.inventory.rows('clusters', 'c').values();
        // A machine that is too slow for the fast clock is found unreachable, which says nothing of bookmarks.
        if (
          phase === 'failed' &&
          (cluster as ClusterRow).state !== 'unreachable'
        ) {
          said.push(`${kind} ${reason}`);
        }
      });
      const [node] = edit.list('v1', 'Node');
      for (const unschedulable of [true, false]) {
        edit.update({ ...node, spec: { unschedulable } });
        await world.pass((5 * SECONDS) / FAST);
        demo.expireHistory();
      }
      edit.churn(2);
      await world.settled();
      const lists = log.lists('pods').length;
      mustBe(`Pods were listed ${lists} times`, lists <= 2);
      mustBe(`It was said: ${said}`, said.length === 0);
      return `${lists} LISTs of pods`;
    },
  },
];
