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

import type { KubeObject } from '../store/ObjectStore';
import type { ClusterWorld } from '../world/ClusterWorld';
import { timestamp } from '../world/kubernetesTime';
import { ResourceHandle } from '../world/ResourceHandle';
import { WorkQueue } from './WorkQueue';

const CA_DESCRIPTION =
  'Contains a CA bundle that can be used to verify the kube-apiserver when using internal endpoints such as the internal service IP or kubernetes.default.svc. No other usage is guaranteed across distributions of Kubernetes clusters.';

/** Furnishes new namespaces, and empties those that are deleted. */
export class NamespaceController {
  readonly #queue: WorkQueue;

  constructor(
    private readonly world: ClusterWorld,
    private readonly certificateAuthority: string,
  ) {
    this.#queue = new WorkQueue(world.clock, name => this.#reconcile(name), 30);
    world.on(world.kinds.namespaces, ({ object }) =>
      this.#queue.add(object.metadata.name),
    );
  }

  #reconcile(name: string): void {
    const namespace = this.world.kinds.namespaces.get(undefined, name);
    if (!namespace) return;
    if (namespace.metadata.deletionTimestamp) this.#empty(namespace);
    else this.#furnish(name);
  }

  #furnish(namespace: string): void {
    const { configMaps, serviceAccounts } = this.world.kinds;
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

  #empty(namespace: KubeObject): void {
    const { name } = namespace.metadata;
    const left = this.#contents(name);
    for (const { handle, object } of left) {
      if (!object.metadata.deletionTimestamp) handle.delete(object);
    }
    const remaining = this.#contents(name);
    const current = this.world.kinds.namespaces.get(undefined, name);
    if (!current) return;
    if (remaining.length > 0) {
      this.world.kinds.namespaces.updateStatus(current, {
        phase: 'Terminating',
        conditions: this.#conditions(current, remaining),
      });
      this.#queue.add(name, 500);
      return;
    }
    const { finalizers: _, ...spec } = current.spec ?? {};
    this.world.kinds.namespaces.update({ ...current, spec });
  }

  #contents(namespace: string) {
    return this.world.store.types
      .all()
      .filter(type => type.namespaced && !type.storedAs)
      .flatMap(type => {
        const handle = new ResourceHandle(this.world.store, type);
        return handle.list(namespace).map(object => ({ handle, object }));
      });
  }

  #conditions(
    namespace: KubeObject,
    remaining: Array<{ handle: ResourceHandle; object: KubeObject }>,
  ) {
    const condition = (
      type: string,
      status: string,
      reason: string,
      message: string,
    ) => ({
      type,
      status,
      lastTransitionTime:
        namespace.status?.conditions?.find(
          (entry: any) => entry.type === type && entry.status === status,
        )?.lastTransitionTime ?? timestamp(this.world.clock.now()),
      reason,
      message,
    });
    const counts = new Map<string, number>();
    const finalizers = new Map<string, number>();
    for (const { handle, object } of remaining) {
      const { group, plural } = handle.type;
      const resource = `${plural}.${group}`;
      counts.set(resource, (counts.get(resource) ?? 0) + 1);
      for (const finalizer of object.metadata.finalizers ?? []) {
        finalizers.set(finalizer, (finalizers.get(finalizer) ?? 0) + 1);
      }
    }
    const listed = (entries: Map<string, number>, text: string) =>
      [...entries].map(([what, count]) => `${what} ${text} ${count} `);
    return [
      condition(
        'NamespaceDeletionDiscoveryFailure',
        'False',
        'ResourcesDiscovered',
        'All resources successfully discovered',
      ),
      condition(
        'NamespaceDeletionGroupVersionParsingFailure',
        'False',
        'ParsedGroupVersions',
        'All legacy kube types successfully parsed',
      ),
      condition(
        'NamespaceDeletionContentFailure',
        'False',
        'ContentDeleted',
        'All content successfully deleted, may be waiting on finalization',
      ),
      condition(
        'NamespaceContentRemaining',
        'True',
        'SomeResourcesRemain',
        `Some resources are remaining: ${listed(counts, 'has')
          .map(text => `${text.trim()} resource instances`)
          .join(', ')}`,
      ),
      condition(
        'NamespaceFinalizersRemaining',
        finalizers.size > 0 ? 'True' : 'False',
        finalizers.size > 0 ? 'SomeFinalizersRemain' : 'ContentHasNoFinalizers',
        finalizers.size > 0
          ? `Some content in the namespace has finalizers remaining: ${listed(
              finalizers,
              'in',
            )
              .map(text => `${text.trim()} resource instances`)
              .join(', ')}`
          : 'All content-preserving finalizers finished',
      ),
    ];
  }
}
