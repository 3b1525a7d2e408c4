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
  /** In order, but for what came and went since; changes leave it alone. */
  #keys: string[] = [];
  #added = new Set<string>();
  #removed = new Set<string>();
  #sorted: readonly KubeObject[] | undefined;

  static key(namespace: string | undefined, name: string): string {
    return namespace ? `${namespace}/${name}` : name;
  }

  static keyOf({ metadata }: KubeObject): string {
    return ObjectTable.key(metadata.namespace, metadata.name);
  }

  get size(): number {
    return this.#objects.size;
  }

  get(namespace: string | undefined, name: string): KubeObject | undefined {
    return this.#objects.get(ObjectTable.key(namespace, name));
  }

  set(object: KubeObject): void {
    const key = ObjectTable.keyOf(object);
    if (!this.#objects.has(key) && !this.#removed.delete(key)) {
      this.#added.add(key);
    }
    this.#objects.set(key, object);
    this.#sorted = undefined;
  }

  remove(object: KubeObject): void {
    const key = ObjectTable.keyOf(object);
    if (this.#objects.delete(key) && !this.#added.delete(key)) {
      this.#removed.add(key);
    }
    this.#sorted = undefined;
  }

  /** All objects in order. The array is shared: never change it. */
  sorted(): readonly KubeObject[] {
    this.#updateKeys();
    this.#sorted ??= this.#keys.map(key => this.#objects.get(key)!);
    return this.#sorted;
  }

  /** Sorts only what is new: a list after each of many changes stays cheap. */
  #updateKeys(): void {
    if (this.#added.size === 0 && this.#removed.size === 0) return;
    const kept = this.#keys.filter(key => !this.#removed.has(key));
    this.#keys = merge(kept, [...this.#added].sort(byCodeUnit));
    this.#added = new Set();
    this.#removed = new Set();
  }
}

function byCodeUnit(left: string, right: string): number {
  return left < right ? -1 : 1;
}

function merge(left: string[], right: string[]): string[] {
  if (left.length === 0) return right;
  if (right.length === 0) return left;
  const merged: string[] = [];
  let next = 0;
  for (const key of left) {
    while (next < right.length && right[next] < key) {
      merged.push(right[next]);
      next += 1;
    }
    merged.push(key);
  }
  for (; next < right.length; next += 1) merged.push(right[next]);
  return merged;
}
