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

import type { ObjectStore, StoreEvent } from './ObjectStore';
import type { ResourceType } from './ResourceType';

/** Empties namespaces that are being deleted, and lets them go once empty. */
export class NamespaceLifecycle {
  readonly #store: ObjectStore;
  readonly #type: ResourceType;
  readonly #terminating = new Set<string>();

  constructor(store: ObjectStore) {
    this.#store = store;
    this.#type = store.types.require('v1', 'Namespace');
    store.onChange(event => this.#handle(event));
  }

  #handle({ type: change, resource, object, previous }: StoreEvent): void {
    const { name, namespace, deletionTimestamp } = object.metadata;
    if (resource === this.#type) {
      const begins =
        change === 'MODIFIED' &&
        deletionTimestamp &&
        !previous?.metadata.deletionTimestamp;
      if (begins) this.#empty(name);
      if (change === 'DELETED') this.#terminating.delete(name);
    } else if (
      change === 'DELETED' &&
      namespace &&
      this.#terminating.has(namespace)
    ) {
      this.#release(namespace);
    }
  }

  #empty(namespace: string): void {
    this.#terminating.add(namespace);
    for (const type of this.#namespacedTypes()) {
      for (const { metadata } of [...this.#store.list(type, namespace)]) {
        this.#store.delete(type, namespace, metadata.name);
      }
    }
    this.#release(namespace);
  }

  #release(name: string): void {
    const isEmpty = this.#namespacedTypes().every(
      type => this.#store.list(type, name).length === 0,
    );
    const namespace = this.#store.get(this.#type, undefined, name);
    if (!isEmpty || !namespace?.spec?.finalizers?.length) return;
    const { finalizers, ...spec } = namespace.spec;
    this.#store.update(this.#type, { ...namespace, spec });
  }

  #namespacedTypes(): ResourceType[] {
    return this.#store.types
      .all()
      .filter(type => type.namespaced && !type.storedAs && !type.computed);
  }
}
