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

import type { KubeObject } from './KubeObject';

/** The objects of one type, by namespace and name, in the order of etcd. */
export class ObjectTable {
  readonly #objects = new Map<string, KubeObject>();
  #sorted: KubeObject[] | undefined;

  static key(namespace: string | undefined, name: string): string {
    return namespace ? `${namespace}/${name}` : name;
  }

  get size(): number {
    return this.#objects.size;
  }

  get(namespace: string | undefined, name: string): KubeObject | undefined {
    return this.#objects.get(ObjectTable.key(namespace, name));
  }

  set(object: KubeObject): void {
    const { namespace, name } = object.metadata;
    this.#objects.set(ObjectTable.key(namespace, name), object);
    this.#sorted = undefined;
  }

  remove(object: KubeObject): void {
    const { namespace, name } = object.metadata;
    this.#objects.delete(ObjectTable.key(namespace, name));
    this.#sorted = undefined;
  }

  /** All objects in order. The array is shared: never change it. */
  sorted(): readonly KubeObject[] {
    this.#sorted ??= [...this.#objects]
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([, object]) => object);
    return this.#sorted;
  }
}
