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

import { FleetProcess } from '../processes/FleetProcess';

type Act = (fleet: FleetProcess, cluster: string) => Promise<void>;

const KINDS_WATCHED = 5;
const watchesEnd = { fault: { type: 'watch-close' }, times: KINDS_WATCHED };
const watchesAreGone = {
  match: { verbs: ['watch'] },
  fault: { type: 'status', code: 410 },
  times: KINDS_WATCHED,
};

const FAULTS: ReadonlyArray<readonly [name: string, act: Act]> = [
  [
    'watches ended',
    async (fleet, cluster) => fleet.addFault(cluster, watchesEnd),
  ],
  [
    'watches ended, and answered with 410 when opened again',
    async (fleet, cluster) => {
      await fleet.addFault(cluster, watchesAreGone);
      await fleet.addFault(cluster, watchesEnd);
    },
  ],
  [
    'history expired under open watches',
    async (fleet, cluster) => fleet.expireHistory(cluster),
  ],
];

/** Does something to one cluster after the other, in turn. */
export class SoakFaults {
  #done = 0;

  constructor(private readonly fleet: FleetProcess) {}

  /** @returns what it was. */
  async next(): Promise<string> {
    const { clusters } = this.fleet;
    const cluster = clusters[this.#done % clusters.length].name;
    const [name, act] = FAULTS[this.#done % FAULTS.length];
    this.#done += 1;
    await act(this.fleet, cluster);
    return `${cluster}: ${name}`;
  }
}
