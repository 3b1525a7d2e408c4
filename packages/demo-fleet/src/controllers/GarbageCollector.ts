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

import type { KubeObject, StoreEvent } from '../store/ObjectStore';
import type { ClusterWorld } from '../world/ClusterWorld';
import { ResourceHandle } from '../world/ResourceHandle';
import { WorkQueue } from './WorkQueue';

const FOREGROUND = 'foregroundDeletion';
const ORPHAN = 'orphan';

interface Known {
  handle: ResourceHandle;
  object: KubeObject;
}

/** Deletes what a deleted object owned, or sets it free. */
export class GarbageCollector {
  readonly #known = new Map<string, Known>();
  readonly #dependents = new Map<string, Set<string>>();
  readonly #queue: WorkQueue;

  constructor(world: ClusterWorld) {
    this.#queue = new WorkQueue(world.clock, uid => this.#finish(uid), 20);
    world.onAny(event => {
      if (event.resource.kind !== 'Event') {
        this.#see(event, new ResourceHandle(world.store, event.resource));
      }
    });
  }

  #see(event: StoreEvent, handle: ResourceHandle): void {
    const { object } = event;
    const { uid, finalizers, deletionTimestamp, ownerReferences } =
      object.metadata;
    if (event.type === 'DELETED') {
      this.#known.delete(uid);
      for (const owner of ownerReferences ?? []) {
        this.#dependents.get(owner.uid)?.delete(uid);
        if (this.#waits(owner.uid)) this.#queue.add(owner.uid);
      }
      for (const dependent of this.#dependentsOf(uid))
        this.#release(dependent, uid);
      this.#dependents.delete(uid);
      return;
    }
    const isOwner = this.#dependents.has(uid);
    // Only what owns or is owned matters here.
    if (ownerReferences?.length || isOwner || finalizers?.length) {
      this.#known.set(uid, { handle, object });
    }
    for (const owner of ownerReferences ?? []) {
      const siblings = this.#dependents.get(owner.uid) ?? new Set();
      siblings.add(uid);
      this.#dependents.set(owner.uid, siblings);
    }
    if (
      deletionTimestamp &&
      finalizers?.some(name => name === FOREGROUND || name === ORPHAN)
    ) {
      this.#queue.add(uid);
    }
  }

  #dependentsOf(uid: string): Known[] {
    return [...(this.#dependents.get(uid) ?? [])].flatMap(dependent => {
      const known = this.#known.get(dependent);
      return known ? [known] : [];
    });
  }

  #waits(uid: string): boolean {
    return (
      this.#known.get(uid)?.object.metadata.finalizers?.includes(FOREGROUND) ??
      false
    );
  }

  /** The owner is gone: the dependent goes too, unless another holds it. */
  #release({ handle, object }: Known, ownerUid: string): void {
    const current = handle.current(object);
    if (!current || current.metadata.deletionTimestamp) return;
    const others = current.metadata.ownerReferences?.filter(
      owner => owner.uid !== ownerUid,
    );
    if (others?.length) {
      handle.update({
        ...current,
        metadata: { ...current.metadata, ownerReferences: others },
      });
    } else {
      handle.delete(current);
    }
  }

  /** Does what the finalizers of a deleted owner wait for. */
  #finish(uid: string): void {
    const known = this.#known.get(uid);
    const current = known && known.handle.current(known.object);
    if (!known || !current?.metadata.deletionTimestamp) return;
    const finalizers = current.metadata.finalizers ?? [];
    const dependents = this.#dependentsOf(uid);
    if (finalizers.includes(ORPHAN)) {
      dependents.forEach(dependent => this.#orphan(dependent, uid));
      this.#dependents.delete(uid);
      this.#drop(known.handle, current, ORPHAN);
    } else if (finalizers.includes(FOREGROUND)) {
      for (const { handle, object } of dependents) {
        const alive = handle.current(object);
        if (alive && !alive.metadata.deletionTimestamp) {
          handle.delete(alive, {
            addFinalizers: this.#dependents.has(alive.metadata.uid)
              ? [FOREGROUND]
              : [],
          });
        }
      }
      if (this.#dependentsOf(uid).length === 0) {
        this.#drop(known.handle, current, FOREGROUND);
      }
    }
  }

  #orphan({ handle, object }: Known, ownerUid: string): void {
    const current = handle.current(object);
    if (!current) return;
    const { ownerReferences, ...metadata } = current.metadata;
    const others = ownerReferences?.filter(owner => owner.uid !== ownerUid);
    handle.update({
      ...current,
      metadata: {
        ...metadata,
        ...(others?.length && { ownerReferences: others }),
      },
    });
  }

  #drop(handle: ResourceHandle, object: KubeObject, finalizer: string): void {
    const { finalizers, ...metadata } = object.metadata;
    const others = finalizers?.filter(name => name !== finalizer);
    handle.update({
      ...object,
      metadata: { ...metadata, ...(others?.length && { finalizers: others }) },
    });
  }
}
