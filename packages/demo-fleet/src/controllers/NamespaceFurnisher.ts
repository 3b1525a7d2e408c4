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

import type { ClusterWorld } from '../world/ClusterWorld';
import { WorkQueue } from './WorkQueue';

const CA_DESCRIPTION =
  'Contains a CA bundle that can be used to verify the kube-apiserver when using internal endpoints such as the internal service IP or kubernetes.default.svc. No other usage is guaranteed across distributions of Kubernetes clusters.';

/** Gives each new namespace what every namespace has. */
export class NamespaceFurnisher {
  readonly #queue: WorkQueue;

  constructor(
    private readonly world: ClusterWorld,
    private readonly certificateAuthority: string,
  ) {
    this.#queue = new WorkQueue(world.clock, name => this.#furnish(name), 30);
    world.on(world.kinds.namespaces, ({ object }) =>
      this.#queue.add(object.metadata.name),
    );
  }

  #furnish(namespace: string): void {
    const { configMaps, namespaces, serviceAccounts } = this.world.kinds;
    const current = namespaces.get(undefined, namespace);
    if (!current || current.metadata.deletionTimestamp) return;
    if (!serviceAccounts.get(namespace, 'default')) {
      serviceAccounts.create({ metadata: { name: 'default', namespace } });
    }
    if (!configMaps.get(namespace, 'kube-root-ca.crt')) {
      configMaps.create({
        metadata: {
          name: 'kube-root-ca.crt',
          namespace,
          annotations: { 'kubernetes.io/description': CA_DESCRIPTION },
        },
        data: { 'ca.crt': this.certificateAuthority },
      });
    }
  }
}
