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

/** Objects grouped by something they name, such as their owner or their node. */
export class ObjectIndex {
  readonly #groups = new Map<string, Map<string, KubeObject>>();
  readonly #groupOf: (object: KubeObject) => string | undefined;

  constructor(groupOf: (object: KubeObject) => string | undefined) {
    this.#groupOf = groupOf;
  }

  apply(event: StoreEvent): void {
    const { object, previous } = event;
    const group = event.type === 'DELETED' ? undefined : this.#groupOf(object);
    const before = previous && this.#groupOf(previous);
    if (before !== undefined && before !== group) this.#drop(before, object);
    if (group === undefined) return;
    let members = this.#groups.get(group);
    if (!members) {
      members = new Map();
      this.#groups.set(group, members);
    }
    members.set(object.metadata.uid, object);
  }

  of(group: string | undefined): KubeObject[] {
    const members = group === undefined ? undefined : this.#groups.get(group);
    return members ? [...members.values()] : [];
  }

  #drop(group: string, object: KubeObject): void {
    const members = this.#groups.get(group);
    members?.delete(object.metadata.uid);
    if (members?.size === 0) this.#groups.delete(group);
  }
}

/** The namespace of an object that no controller owns. */
export function orphanNamespace(object: KubeObject): string | undefined {
  return controllerUid(object) ? undefined : object.metadata.namespace;
}

export function controllerUid(object: KubeObject): string | undefined {
  return object.metadata.ownerReferences?.find(owner => owner.controller)?.uid;
}
