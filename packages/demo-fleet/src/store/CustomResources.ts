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

import { ALL_VERBS } from './builtinResourceTypes';
import { deepEqual } from './deepEqual';
import type { KubeObject } from './KubeObject';
import type { ObjectStore, StoreEvent } from './ObjectStore';
import type { ResourceType, Subresource } from './ResourceType';

const AGE_COLUMN = {
  name: 'Age',
  type: 'date',
  jsonPath: '.metadata.creationTimestamp',
};

/** Serves the kinds of the CustomResourceDefinitions in the store. */
export class CustomResources {
  readonly #store: ObjectStore;
  readonly #definitionType: ResourceType;
  readonly #served = new Map<string, ResourceType[]>();
  readonly #onRemove = new Set<(type: ResourceType) => void>();

  constructor(store: ObjectStore) {
    this.#store = store;
    this.#definitionType = store.types.require(
      'apiextensions.k8s.io/v1',
      'CustomResourceDefinition',
    );
    store.list(this.#definitionType).forEach(each => this.#serve(each));
    store.onChange(event => this.#handle(event));
  }

  /** Tells when a type is no longer served. */
  onRemove(listener: (type: ResourceType) => void): void {
    this.#onRemove.add(listener);
  }

  #handle({ type: change, resource, object, previous }: StoreEvent): void {
    if (resource !== this.#definitionType) return;
    if (change === 'DELETED') this.#withdraw(object.metadata.name);
    else if (!deepEqual(previous?.spec, object.spec)) this.#serve(object);
  }

  #serve(definition: KubeObject): void {
    const { name } = definition.metadata;
    const previous = this.#served.get(name) ?? [];
    const types = resourceTypes(definition, previous);
    previous.forEach(type => this.#store.types.unregister(type));
    types.forEach(type => this.#store.types.register(type));
    this.#served.set(name, types);
    if (!definition.status?.acceptedNames) this.#accept(definition);
  }

  #accept(definition: KubeObject): void {
    const lastTransitionTime = this.#store.timestamp();
    const stored = definition.spec.versions.filter((each: any) => each.storage);
    this.#store.update(this.#definitionType, {
      ...definition,
      status: {
        conditions: [
          {
            type: 'NamesAccepted',
            status: 'True',
            lastTransitionTime,
            reason: 'NoConflicts',
            message: 'no conflicts found',
          },
          {
            type: 'Established',
            status: 'True',
            lastTransitionTime,
            reason: 'InitialNamesAccepted',
            message: 'the initial names have been accepted',
          },
        ],
        acceptedNames: definition.spec.names,
        storedVersions: stored.map((each: any) => each.name),
      },
    });
  }

  #withdraw(name: string): void {
    for (const type of this.#served.get(name) ?? []) {
      if (!type.storedAs) {
        for (const { metadata } of [...this.#store.list(type)]) {
          this.#store.delete(type, metadata.namespace, metadata.name);
        }
      }
      this.#store.types.unregister(type);
      this.#onRemove.forEach(listener => listener(type));
      if (!type.storedAs) this.#store.forget(type);
    }
    this.#served.delete(name);
  }
}

/** One type for each served version; all share the objects of the stored one. */
function resourceTypes(
  { spec }: KubeObject,
  previous: ResourceType[],
): ResourceType[] {
  const versions: any[] = spec.versions ?? [];
  const storage = versions.find(each => each.storage) ?? versions[0];
  if (!storage) return [];
  // The stored type keeps its identity, by which the store knows its objects.
  const known = previous.find(
    type => type.version === storage.name && !type.storedAs,
  );
  const fresh = resourceType(spec, storage);
  const stored = known ? Object.assign(known, fresh) : fresh;
  return versions
    .filter(each => each.served)
    .map(each =>
      each === storage
        ? stored
        : { ...resourceType(spec, each), ...shownAs(spec, each, stored) },
    );
}

function shownAs(spec: any, version: any, stored: ResourceType) {
  const withVersion = (name: string) => (object: any) => ({
    ...object,
    apiVersion: `${spec.group}/${name}`,
  });
  return {
    storedAs: stored,
    view: {
      show: withVersion(version.name),
      store: withVersion(stored.version),
    },
  };
}

function resourceType(spec: any, version: any): ResourceType {
  const { names, group, scope } = spec;
  const subresources: Subresource[] = [];
  if (version.subresources?.status) subresources.push('status');
  if (version.subresources?.scale) subresources.push('scale');
  return {
    group,
    version: version.name,
    plural: names.plural,
    singular: names.singular ?? names.kind.toLowerCase(),
    kind: names.kind,
    listKind: names.listKind ?? `${names.kind}List`,
    shortNames: names.shortNames ?? [],
    namespaced: scope === 'Namespaced',
    categories: names.categories,
    subresources,
    verbs: ALL_VERBS,
    generation: true,
    custom: true,
    printerColumns: version.additionalPrinterColumns ?? [AGE_COLUMN],
    scale: version.subresources?.scale,
    schema: version.schema?.openAPIV3Schema,
  };
}
