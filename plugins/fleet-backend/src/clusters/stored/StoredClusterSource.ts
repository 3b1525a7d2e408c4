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

import { LoggerService } from '@backstage/backend-plugin-api';
import { Clock } from '../../inventory/scheduling/Clock';
import { ClusterDefinition } from '../ClusterDefinition';
import { ClusterSource } from '../sources/ClusterSource';
import { storedDefinition } from './storedDefinition';
import { StoredClusterStore } from './StoredClusterStore';

/** Another replica may have changed something. */
const READ_EVERY = 30_000;

/** The clusters that administrators added in the portal. */
export class StoredClusterSource implements ClusterSource {
  readonly key = 'stored clusters';
  readonly #store: StoredClusterStore;
  readonly #clock: Clock;
  readonly #logger: LoggerService;
  #report: ((definitions: readonly ClusterDefinition[]) => void) | undefined;
  #reading: Promise<void> = Promise.resolve();
  #cancel = () => {};
  #reported: string | undefined;

  constructor(options: {
    store: StoredClusterStore;
    clock: Clock;
    logger: LoggerService;
  }) {
    this.#store = options.store;
    this.#clock = options.clock;
    this.#logger = options.logger;
  }

  start(report: (definitions: readonly ClusterDefinition[]) => void): void {
    this.#report = report;
    void this.refresh();
  }

  async stop(): Promise<void> {
    this.#report = undefined;
    this.#cancel();
    await this.#reading;
  }

  /** Reads again, because something was changed. */
  refresh(): Promise<void> {
    this.#reading = this.#reading.then(() => this.#read());
    return this.#reading;
  }

  async #read(): Promise<void> {
    this.#cancel();
    try {
      const definitions = (await this.#store.usable()).map(storedDefinition);
      const state = JSON.stringify(
        definitions.map(({ endpoint, ...rest }) => [
          rest,
          endpoint?.fingerprint,
        ]),
      );
      if (state !== this.#reported) {
        this.#reported = state;
        this.#report?.(definitions);
      }
    } catch (error) {
      // Those that are known stay.
      this.#logger.warn('The stored clusters cannot be read', error as Error);
    }
    if (this.#report) {
      this.#cancel = this.#clock.setTimeout(() => {
        void this.refresh();
      }, READ_EVERY);
    }
  }
}
