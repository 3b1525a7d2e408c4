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

import type { ObjectStore } from '../../store/ObjectStore';

const ADDRESSES = 250 * 250;

const known = new WeakMap<ObjectStore, ServiceAddresses>();

/**
 * The cluster addresses of services. It follows the history of the store, so
 * that thousands of services do not each look at all the others.
 */
export class ServiceAddresses {
  readonly #store: ObjectStore;
  readonly #taken = new Map<string, string>();
  #seen = -1;
  /** Every address before this one is taken. */
  #lowest = 0;

  private constructor(store: ObjectStore) {
    this.#store = store;
  }

  static of(store: ObjectStore): ServiceAddresses {
    const addresses = known.get(store) ?? new ServiceAddresses(store);
    known.set(store, addresses);
    return addresses;
  }

  /** The lowest address that no service has. */
  free(): string {
    this.#catchUp();
    for (; this.#lowest < ADDRESSES; this.#lowest += 1) {
      const address = addressAt(this.#lowest);
      if (!this.#taken.has(address)) return address;
    }
    throw new Error('no service address is free');
  }

  #catchUp(): void {
    const store = this.#store;
    const type = store.types.require('v1', 'Service');
    if (this.#seen < store.history.oldest(type)) {
      this.#taken.clear();
      this.#lowest = 0;
      for (const { metadata, spec } of store.list(type)) {
        if (spec?.clusterIP) this.#taken.set(spec.clusterIP, metadata.uid);
      }
    } else {
      for (const event of store.history.since(type, this.#seen)) {
        const { object, previous } = event;
        if (previous) this.#release(previous.spec, previous.metadata.uid);
        if (event.type !== 'DELETED' && object.spec?.clusterIP) {
          this.#taken.set(object.spec.clusterIP, object.metadata.uid);
        }
      }
    }
    this.#seen = Number(store.resourceVersion);
  }

  #release(spec: { clusterIP?: string } | undefined, uid: string): void {
    const address = spec?.clusterIP ?? '';
    if (this.#taken.get(address) !== uid) return;
    this.#taken.delete(address);
    this.#lowest = 0;
  }
}

function addressAt(index: number): string {
  return `198.19.${Math.floor(index / 250) + 1}.${(index % 250) + 2}`;
}
