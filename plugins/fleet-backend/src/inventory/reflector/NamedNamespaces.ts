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

import { ClusterRequestError } from '@quarterdeck/backstage-plugin-fleet-node';
import { sleep } from '../scheduling/Clock';
import { Keeper, ReflectorContext } from './ReflectorContext';
import { ObjectHead, RowKeeper } from './RowKeeper';
import { watchedPath } from './watchedPath';

const EVERY = 60_000;
const TIMEOUT = 10_000;

/**
 * Keeps the rows of namespaces that are known by name, for a credential that may not list them. Of one that it may not even read, a row with its name
 * is kept, with `Unknown` as its phase: people have rights in namespaces, so there must be one.
 */
export class NamedNamespaces implements Keeper {
  readonly #context: ReflectorContext;
  readonly #namespaces: readonly string[];
  readonly #keeper: RowKeeper;

  constructor(context: ReflectorContext, namespaces: readonly string[]) {
    this.#context = context;
    this.#namespaces = namespaces;
    this.#keeper = new RowKeeper(context);
  }

  async run(signal: AbortSignal): Promise<void> {
    const { monitor, state, fleet } = this.#context;
    state.syncing();
    while (!signal.aborted) {
      const failure = await monitor.settled(signal);
      if (signal.aborted) return;
      if (failure) {
        state.failed(failure.reason, failure.message);
        await monitor.up(signal);
        continue;
      }
      try {
        await this.#read(signal);
      } catch (error) {
        if (signal.aborted) return;
        const { reason, message } = error as ClusterRequestError;
        state.failed(reason ?? 'invalid', message);
      }
      await sleep(fleet.clock, EVERY * (0.9 + 0.2 * fleet.random()), signal);
    }
  }

  startOver(): void {
    const { table, state } = this.#context;
    table.clear();
    table.flush();
    state.forget('syncing');
  }

  async #read(signal: AbortSignal): Promise<void> {
    const { table, state } = this.#context;
    const uids = new Set<string>();
    for (const name of this.#namespaces) {
      const object = await this.#readOne(name, signal);
      const uid = object && this.#keeper.keep(object);
      if (uid) uids.add(uid);
    }
    table.retainOnly(uids);
    table.flush();
    state.touch();
    state.live();
  }

  async #readOne(
    name: string,
    signal: AbortSignal,
  ): Promise<ObjectHead | undefined> {
    const { connector, source } = this.#context;
    const path = `${watchedPath(source)}/${encodeURIComponent(name)}`;
    try {
      return await connector.get(path, { timeout: TIMEOUT, signal });
    } catch (error) {
      const status =
        error instanceof ClusterRequestError ? error.status : undefined;
      if (status === 404) return undefined;
      if (status !== 403) throw error;
      const metadata = { uid: `unread/${name}`, name };
      return { metadata } as ObjectHead;
    }
  }
}
