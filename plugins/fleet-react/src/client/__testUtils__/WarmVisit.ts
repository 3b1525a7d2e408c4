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
import { Whoami } from '@quarterdeck/backstage-plugin-fleet-common';
import { createStore, entries } from 'idb-keyval';
import { createBrowserWarmStore, WarmStore } from '../warm/WarmStore';

import { ready, TestTab, until } from './TestTab';

export const whoami: Whoami = {
  user: 'user:default/anne',
  ownership: ['user:default/anne', 'group:default/platform'],
  clusters: [
    {
      name: 'eu-west',
      clusterScoped: true,
      visibleNamespaces: 12,
      namespaces: 12,
    },
  ],
  actions: ['workload.scale'],
  audit: true,
  admin: false,
};

/** All that this browser keeps. */
export async function stored(): Promise<[string, any][]> {
  return entries(createStore('quarterdeck-fleet', 'warm-start'));
}

/** Opens the portal in a tab of the one browser of the test. */
export function visit(
  options: ConstructorParameters<typeof TestTab>[0] & {
    store?: WarmStore;
    backend?: string;
    whoami?: Whoami;
  } = {},
): TestTab {
  const { store = createBrowserWarmStore()!, backend = 'http://fleet.test' } =
    options;
  const tab = new TestTab({ ...options, warmStart: { store, backend } });
  tab.server.answer = line =>
    line === 'GET /whoami'
      ? Response.json(options.whoami ?? whoami)
      : Response.error();
  return tab;
}

/** Watches ships until the backend has sent `a1` and `b2`, a second old. */
export async function sail(tab: TestTab, kind?: string) {
  const watched = tab.watch(kind);
  await tab.streams(1);
  const stream = tab.carry();
  const asOf = tab.time.now() - 1_000;
  stream.send('heartbeat', {
    now: tab.time.now(),
    asOf: { c0: asOf, c1: asOf },
  });
  await ready(watched.live, 'a1', 'b2');
  await until(() => watched.live.getState().asOf === asOf);
  return { ...watched, stream, asOf };
}

/** A visit that ends with its ships being kept in the browser. Gives the time at which it ended. */
export async function keptVisit(): Promise<number> {
  const tab = visit();
  await sail(tab);
  tab.page.tell('hidden');
  await untilStored(kept => kept.length === 1);
  tab.close();
  return tab.time.now();
}

/** Waits for what the browser keeps. */
export async function untilStored(
  condition: (kept: [string, any][]) => boolean,
): Promise<void> {
  const givenUp = performance.now() + 4_000;
  while (!condition(await stored())) {
    if (performance.now() > givenUp) {
      throw new Error(`Never kept: ${condition}`);
    }
    await new Promise(resolve => setTimeout(resolve));
  }
}
