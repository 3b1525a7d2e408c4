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

import type {
  DeleteOptions,
  KubeObject,
  KubeObjectInput,
  ObjectStore,
  ResourceType,
} from '../store/ObjectStore';

/** One kind of object of a cluster, as the controllers use it. */
export class ResourceHandle {
  constructor(
    private readonly store: ObjectStore,
    readonly type: ResourceType,
  ) {}

  get(namespace: string | undefined, name: string): KubeObject | undefined {
    return this.store.get(this.type, namespace, name);
  }

  /** The object as it stands now, if it is still the same one. */
  current(object: KubeObject): KubeObject | undefined {
    const { namespace, name, uid } = object.metadata;
    const found = this.get(namespace, name);
    return found?.metadata.uid === uid ? found : undefined;
  }

  list(namespace?: string): readonly KubeObject[] {
    return this.store.list(this.type, namespace);
  }

  create(input: KubeObjectInput): KubeObject {
    return this.store.create(this.type, input);
  }

  update(object: KubeObject): KubeObject {
    return this.store.update(this.type, object);
  }

  updateStatus(object: KubeObject, status: any): KubeObject {
    return this.store.update(
      this.type,
      { ...object, status },
      { subresource: 'status' },
    );
  }

  /** Places a pod: its spec changes, its generation does not. */
  bind(object: KubeObject): KubeObject {
    return this.store.update(this.type, object, { subresource: 'binding' });
  }

  delete(object: KubeObject, options?: DeleteOptions): void {
    const { namespace, name } = object.metadata;
    this.store.delete(this.type, namespace, name, options);
  }
}
