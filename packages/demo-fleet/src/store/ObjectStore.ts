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

import { randomSuffix } from './randomSuffix';
import { ChangeHistory, StoreEvent } from './ChangeHistory';
import { deepEqual } from './deepEqual';
import { gracePeriod, isReleased } from './deletionRules';
import type { KubeObject, KubeObjectInput, ObjectMeta } from './KubeObject';
import { ObjectTable } from './ObjectTable';
import { apiVersionOf, qualifiedPlural, ResourceType } from './ResourceType';
import { ResourceTypeRegistry } from './ResourceTypeRegistry';
import { StoreError } from './StoreError';

export type { StoreEvent } from './ChangeHistory';
export type { KubeObject, KubeObjectInput, ObjectMeta } from './KubeObject';
export type { ResourceType } from './ResourceType';

const MOST_NAMES_TRIED = 8;

export interface ObjectStoreOptions {
  now: () => Date;
  uid: () => string;
  /** Most changes kept per type, within five minutes, for watches to resume from. */
  historySize?: number;
}

export interface UpdateOptions {
  /**
   * `status` takes the status only, and leaves the rest of the object alone;
   * `binding` places a pod, which is not a new generation of its spec.
   */
  subresource?: 'status' | 'scale' | 'binding';
}

export interface DeleteOptions {
  /** 0 removes at once; pods without it get their own grace period. */
  gracePeriodSeconds?: number;
  /** Finalizers to add while the owner waits: `foregroundDeletion`, `orphan`. */
  addFinalizers?: string[];
}

/**
 * The objects of one cluster. Objects are immutable; every change has its own
 * resource version and is told to the listeners in order, also when a listener
 * makes further changes.
 */
export class ObjectStore {
  readonly types = new ResourceTypeRegistry();
  readonly history: ChangeHistory;
  readonly now: () => Date;
  readonly #uid: () => string;
  readonly #tables = new Map<ResourceType, ObjectTable>();
  readonly #listeners = new Set<(event: StoreEvent) => void>();
  readonly #pending: StoreEvent[] = [];
  #emitting = false;
  #version = 1;

  constructor(options: ObjectStoreOptions) {
    this.now = options.now;
    this.#uid = options.uid;
    this.history = new ChangeHistory(options.historySize ?? 20_000);
  }

  get resourceVersion(): string {
    return String(this.#version);
  }

  get(
    type: ResourceType,
    namespace: string | undefined,
    name: string,
  ): KubeObject | undefined {
    const scope = type.namespaced ? namespace : undefined;
    if (type.computed) return type.computed().get(ObjectTable.key(scope, name));
    return this.#table(type).get(scope, name);
  }

  /** Objects in the order of etcd. The array is shared: never change it. */
  list(type: ResourceType, namespace?: string): readonly KubeObject[] {
    const all = type.computed
      ? [...type.computed().values()]
      : this.#table(type).sorted();
    return namespace && type.namespaced
      ? all.filter(object => object.metadata.namespace === namespace)
      : all;
  }

  create(type: ResourceType, input: KubeObjectInput): KubeObject {
    const object = this.prepareCreate(type, input);
    this.#version += 1;
    const stored = withVersion(object, this.#version);
    this.#table(type).set(stored);
    this.#emit({
      type: 'ADDED',
      resource: type.storedAs ?? type,
      object: stored,
      resourceVersion: this.#version,
    });
    return stored;
  }

  /** What `create` would store, without a resource version: for dry runs. */
  prepareCreate(type: ResourceType, input: KubeObjectInput): KubeObject {
    const { metadata, apiVersion, kind, ...rest } = input;
    const name = metadata.name ?? this.#freeName(type, metadata);
    if (this.get(type, metadata.namespace, name)) {
      throw new StoreError(
        'AlreadyExists',
        `${qualifiedPlural(type)} "${name}" already exists`,
      );
    }
    const full: ObjectMeta = {
      ...metadata,
      name,
      uid: metadata.uid ?? this.#uid(),
      resourceVersion: '',
      creationTimestamp: metadata.creationTimestamp ?? this.timestamp(),
    };
    if (!type.namespaced) delete full.namespace;
    if (type.generation) full.generation = metadata.generation ?? 1;
    return {
      kind: type.kind,
      apiVersion: apiVersionOf(type),
      metadata: full,
      ...rest,
    };
  }

  update(
    type: ResourceType,
    input: KubeObject,
    options: UpdateOptions = {},
  ): KubeObject {
    const current = this.#require(type, input.metadata);
    const next = this.prepareUpdate(type, current, input, options);
    if (next === current) return current;
    if (isReleased(next)) return this.#remove(type, current, next);
    return this.#replace(type, current, next);
  }

  /** What `update` would store, or `current` itself when nothing changes. */
  prepareUpdate(
    type: ResourceType,
    current: KubeObject,
    input: KubeObject,
    options: UpdateOptions = {},
  ): KubeObject {
    const next: KubeObject =
      options.subresource === 'status'
        ? { ...current, status: input.status }
        : { ...input };
    next.kind = current.kind;
    next.apiVersion = current.apiVersion;
    next.metadata = {
      ...(options.subresource === 'status' ? current : next).metadata,
      name: current.metadata.name,
      uid: current.metadata.uid,
      creationTimestamp: current.metadata.creationTimestamp,
      resourceVersion: current.metadata.resourceVersion,
    };
    keep(next.metadata, current.metadata, 'namespace');
    keep(next.metadata, current.metadata, 'generation');
    keep(next.metadata, current.metadata, 'deletionTimestamp');
    keep(next.metadata, current.metadata, 'deletionGracePeriodSeconds');
    if (deepEqual(next, current)) return current;
    if (
      type.generation &&
      options.subresource !== 'binding' &&
      specChanged(type, current, next)
    ) {
      next.metadata.generation = (current.metadata.generation ?? 0) + 1;
    }
    return next;
  }

  /**
   * Deletes, or where finalizers or a grace period hold the object back, marks
   * it. Returns the object as it stands afterwards.
   */
  delete(
    type: ResourceType,
    namespace: string | undefined,
    name: string,
    options: DeleteOptions = {},
  ): KubeObject | undefined {
    const current = this.get(type, namespace, name);
    if (!current) return undefined;
    const marked = this.prepareDelete(type, current, options);
    if (marked === current) return current;
    if (!isReleased(marked)) return this.#replace(type, current, marked);
    // The end of a grace period is told as a change of its own, as the real
    // server does.
    const last = current.metadata.deletionGracePeriodSeconds
      ? this.#replace(type, current, marked)
      : current;
    return this.#remove(type, last, marked);
  }

  /** The object with its deletion marked; released when nothing holds it. */
  prepareDelete(
    type: ResourceType,
    current: KubeObject,
    options: DeleteOptions = {},
  ): KubeObject {
    const grace = gracePeriod(type, current, options.gracePeriodSeconds);
    const before = current.metadata;
    const finalizers = [
      ...new Set([
        ...(before.finalizers ?? []),
        ...(options.addFinalizers ?? []),
      ]),
    ];
    const shorter =
      before.deletionTimestamp === undefined ||
      grace < (before.deletionGracePeriodSeconds ?? 0);
    if (!shorter && finalizers.length === (before.finalizers?.length ?? 0)) {
      return current;
    }
    const metadata: ObjectMeta = { ...before };
    if (shorter) {
      metadata.deletionTimestamp = this.timestamp(grace);
      metadata.deletionGracePeriodSeconds = grace;
    }
    if (type.generation && before.deletionTimestamp === undefined) {
      metadata.generation = (before.generation ?? 0) + 1;
    }
    if (finalizers.length > 0) metadata.finalizers = finalizers;
    if (type.kind === 'Namespace' && type.group === '') {
      const status = { ...current.status, phase: 'Terminating' };
      delete metadata.deletionGracePeriodSeconds;
      return { ...current, metadata, status };
    }
    return { ...current, metadata };
  }

  onChange(listener: (event: StoreEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Removes a type's table, when its definition is gone. */
  forget(type: ResourceType): void {
    this.#tables.delete(type);
    this.history.clear(type);
  }

  newUid(): string {
    return this.#uid();
  }

  generateName(prefix = ''): string {
    return `${prefix}${randomSuffix(this.#uid())}`;
  }

  /** Now, or some seconds later, as Kubernetes writes times. */
  timestamp(plusSeconds = 0): string {
    const time = new Date(this.now().getTime() + plusSeconds * 1_000);
    return `${time.toISOString().slice(0, 19)}Z`;
  }

  /** The server, too, tries again a few times when a generated name is taken. */
  #freeName(type: ResourceType, metadata: Partial<ObjectMeta>): string {
    const { generateName, namespace } = metadata;
    let name = this.generateName(generateName);
    for (let tries = 1; tries < MOST_NAMES_TRIED; tries += 1) {
      if (!this.get(type, namespace, name)) break;
      name = this.generateName(generateName);
    }
    return name;
  }

  #table(type: ResourceType): ObjectTable {
    const stored = type.storedAs ?? type;
    let table = this.#tables.get(stored);
    if (!table) {
      table = new ObjectTable();
      this.#tables.set(stored, table);
    }
    return table;
  }

  #require(type: ResourceType, metadata: ObjectMeta): KubeObject {
    const current = this.get(type, metadata.namespace, metadata.name);
    if (!current) {
      throw new StoreError(
        'NotFound',
        `${qualifiedPlural(type)} "${metadata.name}" not found`,
      );
    }
    return current;
  }

  #replace(
    type: ResourceType,
    current: KubeObject,
    next: KubeObject,
  ): KubeObject {
    this.#version += 1;
    const stored = withVersion(next, this.#version);
    this.#table(type).set(stored);
    this.#emit({
      type: 'MODIFIED',
      resource: type.storedAs ?? type,
      object: stored,
      previous: current,
      resourceVersion: this.#version,
    });
    return stored;
  }

  #remove(
    type: ResourceType,
    current: KubeObject,
    last: KubeObject,
  ): KubeObject {
    this.#version += 1;
    const removed = withVersion(last, this.#version);
    this.#table(type).remove(current);
    this.#emit({
      type: 'DELETED',
      resource: type.storedAs ?? type,
      object: removed,
      previous: current,
      resourceVersion: this.#version,
    });
    return removed;
  }

  #emit(event: StoreEvent): void {
    this.history.add(event);
    this.#pending.push(event);
    if (this.#emitting) return;
    this.#emitting = true;
    try {
      for (
        let next = this.#pending.shift();
        next;
        next = this.#pending.shift()
      ) {
        for (const listener of [...this.#listeners]) listener(next);
      }
    } finally {
      this.#emitting = false;
    }
  }
}

function withVersion(object: KubeObject, version: number): KubeObject {
  return {
    ...object,
    metadata: { ...object.metadata, resourceVersion: String(version) },
  };
}

function keep(
  target: ObjectMeta,
  source: ObjectMeta,
  field: keyof ObjectMeta,
): void {
  if (source[field] === undefined) delete target[field];
  else (target as any)[field] = source[field];
}

function specChanged(
  type: ResourceType,
  current: KubeObject,
  next: KubeObject,
): boolean {
  const hasStatus = type.subresources.includes('status');
  const ignored = new Set(['metadata', ...(hasStatus ? ['status'] : [])]);
  return [...new Set([...Object.keys(current), ...Object.keys(next)])].some(
    field => !ignored.has(field) && !deepEqual(current[field], next[field]),
  );
}
