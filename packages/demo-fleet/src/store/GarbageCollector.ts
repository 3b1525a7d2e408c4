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

import type { KubeObject, OwnerReference } from './KubeObject';
import type { ObjectStore, StoreEvent } from './ObjectStore';
import type { ResourceType } from './ResourceType';

const FOREGROUND = 'foregroundDeletion';
const ORPHAN = 'orphan';

interface Entry {
  type: ResourceType;
  object: KubeObject;
}

/** Deletes what belonged to deleted owners, as owner references say. */
export class GarbageCollector {
  readonly #store: ObjectStore;
  readonly #objects = new Map<string, Entry>();
  readonly #dependents = new Map<string, Set<string>>();

  constructor(store: ObjectStore) {
    this.#store = store;
    for (const type of store.types.all()) {
      if (type.storedAs || type.computed) continue;
      store.list(type).forEach(object => this.#remember(type, object));
    }
    store.onChange(event => this.#handle(event));
  }

  #handle({ type: change, resource, object, previous }: StoreEvent): void {
    if (previous) this.#unlink(previous);
    if (change === 'DELETED') {
      this.#objects.delete(object.metadata.uid);
      this.#collect(object.metadata.uid);
      this.#releaseOwners(object);
      return;
    }
    this.#remember(resource, object);
    if (change === 'MODIFIED' && object.metadata.deletionTimestamp) {
      this.#finalize(resource, object);
    }
  }

  #remember(type: ResourceType, object: KubeObject): void {
    const { uid } = object.metadata;
    this.#objects.set(uid, { type, object });
    for (const owner of ownersOf(object)) {
      const dependents = this.#dependents.get(owner.uid) ?? new Set();
      this.#dependents.set(owner.uid, dependents);
      dependents.add(uid);
    }
  }

  #unlink(object: KubeObject): void {
    for (const owner of ownersOf(object)) {
      const dependents = this.#dependents.get(owner.uid);
      dependents?.delete(object.metadata.uid);
      if (dependents?.size === 0) this.#dependents.delete(owner.uid);
    }
  }

  #dependentsOf(uid: string): Entry[] {
    return [...(this.#dependents.get(uid) ?? [])].flatMap(
      each => this.#objects.get(each) ?? [],
    );
  }

  /** Deletes the dependents that have no owner left. */
  #collect(uid: string): void {
    for (const { type, object } of this.#dependentsOf(uid)) {
      const hasOwner = ownersOf(object).some(owner =>
        this.#objects.has(owner.uid),
      );
      if (!hasOwner) this.#delete(type, object);
    }
  }

  #finalize(type: ResourceType, owner: KubeObject): void {
    const { finalizers = [], uid } = owner.metadata;
    if (finalizers.includes(ORPHAN)) {
      for (const dependent of this.#dependentsOf(uid)) {
        this.#removeOwner(dependent, uid);
      }
      this.#removeFinalizer(type, owner, ORPHAN);
    } else if (finalizers.includes(FOREGROUND)) {
      const dependents = this.#dependentsOf(uid);
      for (const { type: kind, object } of dependents) {
        if (!object.metadata.deletionTimestamp) {
          this.#store.delete(
            kind,
            object.metadata.namespace,
            object.metadata.name,
            { addFinalizers: this.#hasDependents(object) ? [FOREGROUND] : [] },
          );
        }
      }
      this.#releaseForeground(type, owner);
    }
  }

  /** A dependent is gone: owners that waited for it may go too. */
  #releaseOwners(dependent: KubeObject): void {
    for (const { uid } of ownersOf(dependent)) {
      const owner = this.#objects.get(uid);
      const finalizers = owner?.object.metadata.finalizers;
      if (owner && finalizers?.includes(FOREGROUND)) {
        this.#releaseForeground(owner.type, owner.object);
      }
    }
  }

  #releaseForeground(type: ResourceType, owner: KubeObject): void {
    const blocking = this.#dependentsOf(owner.metadata.uid).some(({ object }) =>
      ownersOf(object).some(
        each => each.uid === owner.metadata.uid && each.blockOwnerDeletion,
      ),
    );
    if (!blocking) this.#removeFinalizer(type, owner, FOREGROUND);
  }

  #hasDependents(object: KubeObject): boolean {
    return this.#dependents.has(object.metadata.uid);
  }

  #removeFinalizer(type: ResourceType, { metadata }: KubeObject, name: string) {
    const current = this.#store.get(type, metadata.namespace, metadata.name);
    if (current?.metadata.uid !== metadata.uid) return;
    const finalizers = current.metadata.finalizers?.filter(
      each => each !== name,
    );
    this.#store.update(type, {
      ...current,
      metadata: { ...current.metadata, finalizers },
    });
  }

  #removeOwner({ type, object }: Entry, uid: string): void {
    const rest = ownersOf(object).filter(owner => owner.uid !== uid);
    const { ownerReferences, ...metadata } = object.metadata;
    this.#store.update(type, {
      ...object,
      metadata: { ...metadata, ...(rest.length && { ownerReferences: rest }) },
    });
  }

  #delete(type: ResourceType, { metadata }: KubeObject): void {
    if (metadata.deletionTimestamp) return;
    this.#store.delete(type, metadata.namespace, metadata.name);
  }
}

function ownersOf(object: KubeObject): OwnerReference[] {
  return object.metadata.ownerReferences ?? [];
}
