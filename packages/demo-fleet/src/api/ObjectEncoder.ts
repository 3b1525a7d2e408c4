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

import type { KubeObject } from '../store/KubeObject';
import { apiVersionOf, ResourceType } from '../store/ResourceType';

const OPEN = Buffer.from('{');

/**
 * The JSON of objects, made once per object and shared by every list and watch
 * that shows it.
 */
export class ObjectEncoder {
  readonly #bytes = new WeakMap<KubeObject, Buffer>();
  readonly #prefixes = new Map<ResourceType, string>();

  /** The object by itself, with `kind` and `apiVersion` first. */
  object(type: ResourceType, object: KubeObject): Buffer {
    let bytes = this.#bytes.get(object);
    if (!bytes) {
      const { kind, apiVersion, ...rest } = object;
      bytes = Buffer.from(this.#prefix(type) + JSON.stringify(rest).slice(1));
      this.#bytes.set(object, bytes);
    }
    return bytes;
  }

  /**
   * The object as an item of a list: builtin kinds leave out `kind` and
   * `apiVersion` there, as the real server does.
   */
  item(type: ResourceType, object: KubeObject): Buffer[] {
    const bytes = this.object(type, object);
    return type.custom
      ? [bytes]
      : [OPEN, bytes.subarray(this.#prefix(type).length)];
  }

  /** Lets go of the bytes of an object that was replaced. */
  forget(object: KubeObject): void {
    this.#bytes.delete(object);
  }

  #prefix(type: ResourceType): string {
    let prefix = this.#prefixes.get(type);
    if (prefix === undefined) {
      const kind = JSON.stringify(type.kind);
      const apiVersion = JSON.stringify(apiVersionOf(type));
      prefix = `{"kind":${kind},"apiVersion":${apiVersion},`;
      this.#prefixes.set(type, prefix);
    }
    return prefix;
  }
}

/** What `PartialObjectMetadata` shows of an object. */
export function partialMetadata(object: KubeObject): KubeObject {
  return {
    kind: 'PartialObjectMetadata',
    apiVersion: 'meta.k8s.io/v1',
    metadata: object.metadata,
  };
}
