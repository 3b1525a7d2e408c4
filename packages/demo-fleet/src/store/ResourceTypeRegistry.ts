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

import { builtinResourceTypes } from './builtinResourceTypes';
import { apiVersionOf, ResourceType } from './ResourceType';

/** The kinds that a server knows: the builtin ones, and those of its CRDs. */
export class ResourceTypeRegistry {
  readonly #byResource = new Map<string, ResourceType>();
  readonly #byKind = new Map<string, ResourceType>();
  #revision = 0;

  constructor(types: ResourceType[] = builtinResourceTypes()) {
    types.forEach(type => this.register(type));
  }

  /** Changes whenever a type comes or goes, so that discovery can be cached. */
  get revision(): number {
    return this.#revision;
  }

  register(type: ResourceType): void {
    this.#revision += 1;
    this.#byResource.set(`${apiVersionOf(type)}/${type.plural}`, type);
    this.#byKind.set(`${apiVersionOf(type)}/${type.kind}`, type);
  }

  unregister(type: ResourceType): void {
    this.#revision += 1;
    this.#byResource.delete(`${apiVersionOf(type)}/${type.plural}`);
    this.#byKind.delete(`${apiVersionOf(type)}/${type.kind}`);
  }

  find(
    group: string,
    version: string,
    plural: string,
  ): ResourceType | undefined {
    return this.#byResource.get(
      `${apiVersionOf({ group, version })}/${plural}`,
    );
  }

  byKind(apiVersion: string, kind: string): ResourceType | undefined {
    return this.#byKind.get(`${apiVersion}/${kind}`);
  }

  /** Like `byKind`, for callers that know that the kind is builtin. */
  require(apiVersion: string, kind: string): ResourceType {
    const type = this.byKind(apiVersion, kind);
    if (!type) throw new Error(`no resource type ${apiVersion} ${kind}`);
    return type;
  }

  all(): ResourceType[] {
    return [...this.#byResource.values()];
  }
}
