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
import { AddressPolicy } from './AddressPolicy';
import { storedDefinition } from './storedDefinition';
import { StoredClusterStore } from './StoredClusterStore';

/** Another replica may have changed something. */
const READ_EVERY = 30_000;

/** The clusters that administrators added in the portal. */
export class StoredClusterSource implements ClusterSource {
  readonly key = 'stored clusters';
  readonly #store: StoredClusterStore;
  readonly #addresses: AddressPolicy;
  readonly #clock: Clock;
  readonly #logger: LoggerService;
  #report: ((definitions: readonly ClusterDefinition[]) => void) | undefined;
  #reading: Promise<void> = Promise.resolve();
  #cancel = () => {};
  #reported: string | undefined;
  #renewed = false;

  constructor(options: {
    store: StoredClusterStore;
    addresses: AddressPolicy;
    clock: Clock;
    logger: LoggerService;
  }) {
    this.#store = options.store;
    this.#addresses = options.addresses;
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

  /** Reads again, because something was changed. Never rejects. */
  refresh(): Promise<void> {
    this.#reading = this.#reading.then(() => this.#read());
    return this.#reading;
  }

  get #running(): boolean {
    return this.#report !== undefined;
  }

  async #read(): Promise<void> {
    if (!this.#running) return;
    this.#cancel();
    try {
      await this.#renew();
      const usable = await this.#store.usable();
      const definitions = usable.map(stored =>
        storedDefinition(stored, this.#addresses),
      );
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
    if (this.#running) {
      this.#cancel = this.#clock.setTimeout(() => {
        void this.refresh();
      }, READ_EVERY);
    }
  }

  /** Once: so that keys from before a rotation can go. */
  async #renew(): Promise<void> {
    if (this.#renewed) return;
    const renewed = await this.#store.renew();
    this.#renewed = true;
    if (renewed > 0) {
      this.#logger.info(
        `${renewed} credentials of stored clusters are encrypted with fleet.encryption.keys[0] now`,
      );
    }
  }
}
