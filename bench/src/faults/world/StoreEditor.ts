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
  DemoCluster,
  KubeObject,
  KubeObjectInput,
  ResourceType,
} from '@quarterdeck/demo-fleet';
import { pod } from './shopObjects';

/** Changes the objects of a cluster behind its API server, as controllers and people would. */
export class StoreEditor {
  readonly #cluster: DemoCluster;

  constructor(cluster: DemoCluster) {
    this.#cluster = cluster;
  }

  type(apiVersion: string, kind: string): ResourceType {
    return this.#cluster.store.types.require(apiVersion, kind);
  }

  list(apiVersion: string, kind: string): readonly KubeObject[] {
    return this.#cluster.store.list(this.type(apiVersion, kind));
  }

  get pods(): readonly KubeObject[] {
    return this.list('v1', 'Pod');
  }

  create(object: KubeObjectInput): KubeObject {
    const type = this.type(object.apiVersion!, object.kind!);
    return this.#cluster.store.create(type, object);
  }

  createPod(namespace: string, name: string): KubeObject {
    return this.create(pod(namespace, name));
  }

  update(object: KubeObject): KubeObject {
    const type = this.type(object.apiVersion!, object.kind!);
    return this.#cluster.store.update(type, object);
  }

  /** Lets the container of a pod start anew; with a count of its own, that change can be told from others. */
  restart(target: KubeObject, restartCount: number): KubeObject {
    const status = target.status as { containerStatuses: object[] };
    return this.update({
      ...target,
      status: {
        ...status,
        containerStatuses: status.containerStatuses.map(each => ({
          ...each,
          restartCount,
        })),
      },
    });
  }

  delete({ apiVersion, kind, metadata }: KubeObject): void {
    const { namespace, name } = metadata;
    this.#cluster.store.delete(this.type(apiVersion!, kind!), namespace, name, {
      gracePeriodSeconds: 0,
    });
  }

  /** Another object under the same name, with a uid of its own. */
  recreate(object: KubeObject): KubeObject {
    const { apiVersion, kind, metadata, ...rest } = object;
    const { namespace, name, labels } = metadata;
    this.delete(object);
    return this.create({
      apiVersion,
      kind,
      metadata: { namespace, name, labels },
      ...rest,
    });
  }

  /** One change to each of so many pods. */
  churn(count: number): void {
    this.pods
      .slice(0, count)
      .forEach((each, index) => this.restart(each, 1_000 + index));
  }
}
