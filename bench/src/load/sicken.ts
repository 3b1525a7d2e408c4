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

/** What is wrong with a cluster; without a rule its endpoint is closed. */
const SICKNESSES: ReadonlyArray<{ name: string; rule?: object }> = [
  { name: 'refuses connections' },
  {
    name: 'takes connections and says nothing',
    rule: fault({ type: 'half-open' }),
  },
  {
    name: 'answers after 5 s',
    rule: fault({ type: 'delay', milliseconds: 5_000 }),
  },
  {
    name: 'answers 429',
    rule: fault({ type: 'status', code: 429, retryAfterSeconds: 1 }),
  },
  {
    name: 'answers each watch with 410',
    rule: { match: { verbs: ['watch'] }, fault: { type: 'status', code: 410 } },
  },
  {
    name: 'is down and up for 5 s in turn',
    rule: fault({
      type: 'flap',
      upMilliseconds: 5_000,
      downMilliseconds: 5_000,
    }),
  },
];

/** Makes the last clusters of a fleet sick, each in another way, and gives the names of those that are well. */
export async function sicken(
  fleet: FleetProcess,
  count: number,
): Promise<string[]> {
  const names = fleet.clusters.map(({ name }) => name);
  const healthy = names.slice(0, names.length - count);
  for (const [index, name] of names.slice(healthy.length).entries()) {
    const { rule } = SICKNESSES[index % SICKNESSES.length];
    if (rule) await fleet.addFault(name, rule);
    else await fleet.stopCluster(name);
  }
  return healthy;
}

function fault(what: object): object {
  return { fault: what };
}
