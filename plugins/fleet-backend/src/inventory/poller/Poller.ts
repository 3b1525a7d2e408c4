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

import { ResourceRow } from '@quarterdeck/backstage-plugin-fleet-common';
import {
  ClusterRequestError,
  PolledResource,
} from '@quarterdeck/backstage-plugin-fleet-node';
import {
  connectionError,
  safeMessage,
} from '../../clusters/connection/requestErrors';
import { ReadScope } from '../../clusters/access/ReadScope';
import { Keeper, KeeperContext } from '../reflector/ReflectorContext';
import { LinkedAbort } from '../scheduling/LinkedAbort';
import { sleep } from '../scheduling/Clock';

/** How long rows outlive the right to read them. */
const FORBIDDEN_ROWS = 60_000;

export interface PollerContext extends KeeperContext {
  readonly source: PolledResource;
  readonly scope: Pick<ReadScope, 'namespaces'>;
}

/** Keeps the rows of a resource that has no watch. */
export class Poller implements Keeper {
  readonly #context: PollerContext;
  #forbiddenSince: number | undefined;

  constructor(context: PollerContext) {
    this.#context = context;
  }

  async run(signal: AbortSignal): Promise<void> {
    const { monitor, state, source, fleet } = this.#context;
    state.syncing();
    while (!signal.aborted) {
      const failure = await monitor.settled(signal);
      if (signal.aborted) return;
      if (failure) {
        state.failed(failure.reason, failure.message);
        await monitor.up(signal);
        continue;
      }
      await this.#poll(signal);
      const jitter = 0.9 + 0.2 * fleet.random();
      await sleep(fleet.clock, source.interval * jitter, signal);
    }
  }

  startOver(): void {
    const { table, state } = this.#context;
    table.clear();
    table.flush();
    state.forget('syncing');
  }

  async #poll(outer: AbortSignal): Promise<void> {
    const { state, source, fleet, connector, scope } = this.#context;
    const limit = new LinkedAbort(outer).after(
      fleet.clock,
      source.timeout,
      `Polling ${source.ref.id} took too long`,
    );
    try {
      const rows = await untilAborted(
        source.poll({
          connection: connector,
          namespaces: scope.namespaces,
          signal: limit.signal,
          logger: fleet.logger,
          intern: fleet.intern,
        }),
        limit.signal,
      );
      this.#keep(rows);
      this.#forbiddenSince = undefined;
      state.touch();
      state.live();
    } catch (error) {
      if (!outer.aborted) {
        this.#failed(
          limit.signal.aborted
            ? connectionError(connector.cluster, limit.signal.reason, true)
            : error,
        );
      }
    } finally {
      limit.dispose();
    }
  }

  #keep(rows: readonly ResourceRow[]): void {
    const { table } = this.#context;
    for (const row of rows) {
      table.upsert(row);
    }
    table.retainOnly(new Set(rows.map(row => row.uid)));
    table.flush();
  }

  #failed(error: unknown): void {
    const { table, state, source, fleet, connector } = this.#context;
    if (error instanceof ClusterRequestError) {
      const { reason, message } = error;
      const now = fleet.clock.now();
      const forbidden = reason === 'forbidden';
      this.#forbiddenSince = forbidden
        ? (this.#forbiddenSince ?? now)
        : undefined;
      if (forbidden && now - this.#forbiddenSince! >= FORBIDDEN_ROWS) {
        table.clear();
        table.flush();
        state.forget('failed', { reason, message });
      } else {
        state.failed(reason, message);
      }
      return;
    }
    const message = error instanceof Error ? error.message : String(error);
    fleet.logger.warn(
      `Polling ${source.ref.id} of cluster '${connector.cluster}' failed: ${message}`,
    );
    state.failed('invalid', safeMessage(message, undefined));
  }
}

/** Gives up on work that does not look at its signal. */
function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    work
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', abort));
  });
}
