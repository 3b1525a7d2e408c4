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

import { setTimeout as wait } from 'node:timers/promises';
import { StreamedEvent } from '../load/FleetStream';
import { Prober } from '../load/Prober';
import { preciseNow } from '../systems/protocol';

const SETTLE_DEADLINE = 120_000;
const PAUSE = 50;
/** Restarts from here on are the bench's own: see Prober. */
const PROBE_RESTARTS = 1_000_000;

/** Reads what comes to one of the viewers: tells the prober, and knows how far it is. */
export class FirstViewer {
  readonly #syncing = new Map<string, number>();
  readonly #healthy: ReadonlySet<string>;
  #told = () => {};
  /** Each view has come once. */
  readonly complete = new Promise<void>(resolve => {
    this.#told = resolve;
  });

  constructor(
    private readonly options: {
      prober: Prober;
      views: number;
      /** Clusters that can be known. */
      healthy: readonly string[];
    },
  ) {
    this.#healthy = new Set(options.healthy);
  }

  readonly onEvent = ({ event, data }: StreamedEvent): void => {
    const { prober, views } = this.options;
    if (event === 'subscription-error') {
      throw new Error(`${data.id}: ${data.error.message}`);
    }
    if (event !== 'delta' && event !== 'snapshot') return;
    if (data.coverage) {
      const syncing = data.coverage.failed.filter(
        ({ cluster, reason }: any) =>
          reason === 'syncing' && this.#healthy.has(cluster),
      );
      this.#syncing.set(data.channel, syncing.length);
    }
    if (this.#syncing.size === views) this.#told();
    for (const row of data.upsert ?? data.rows ?? []) {
      if (row.restarts >= PROBE_RESTARTS) {
        prober.seen(row.restarts, preciseNow());
      }
    }
  };

  /** Waits until nothing that is looked at is being listed for the first time. */
  async settled(): Promise<void> {
    const deadline = Date.now() + SETTLE_DEADLINE;
    while ([...this.#syncing.values()].some(count => count > 0)) {
      if (Date.now() > deadline) {
        throw new Error(
          `First lists took too long: ${JSON.stringify([...this.#syncing])}`,
        );
      }
      await wait(PAUSE);
    }
  }
}
