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
import { microTimestamp, timestamp } from '../world/kubernetesTime';
import { isKubeletAlive } from './kubelet/Kubelet';

const LEASE_MS = 10_000;
const STATUS_MS = 300_000;
const NAMESPACE = 'kube-node-lease';

/** The signs of life of nodes: a lease every 10 s, a status every 5 minutes. */
export class NodeHeartbeats {
  readonly #known = new Set<string>();

  constructor(private readonly world: ClusterWorld) {
    world.on(world.kinds.nodes, ({ type, object }) => {
      if (type === 'DELETED') this.#known.delete(object.metadata.uid);
      else this.#follow(object);
    });
  }

  /** Begins with the nodes that are there already. */
  start(): void {
    this.world.kinds.nodes.list().forEach(node => this.#follow(node));
  }

  #follow(node: KubeObject): void {
    const { uid, name } = node.metadata;
    if (this.#known.has(uid)) return;
    this.#known.add(uid);
    this.#repeat(uid, name, LEASE_MS, current => this.#renewLease(current));
    this.#repeat(uid, name, STATUS_MS, current => this.#report(current));
    this.#renewLease(node);
  }

  #repeat(
    uid: string,
    name: string,
    everyMs: number,
    beat: (node: KubeObject) => void,
  ): void {
    const step = () => {
      if (!this.#known.has(uid)) return;
      const node = this.world.kinds.nodes.get(undefined, name);
      if (node && isKubeletAlive(node)) beat(node);
      this.world.clock.schedule(everyMs, step);
    };
    // Apart from each other, as the clocks of real nodes are.
    this.world.clock.schedule(this.world.random.between(0, everyMs), step);
  }

  #renewLease(node: KubeObject): void {
    const { name, uid } = node.metadata;
    const renewTime = microTimestamp(this.world.clock.now());
    const lease = this.world.kinds.leases.get(NAMESPACE, name);
    if (lease) {
      this.world.kinds.leases.update({
        ...lease,
        spec: { ...lease.spec, renewTime },
      });
      return;
    }
    this.world.kinds.leases.create({
      metadata: {
        name,
        namespace: NAMESPACE,
        ownerReferences: [{ apiVersion: 'v1', kind: 'Node', name, uid }],
      },
      spec: { holderIdentity: name, leaseDurationSeconds: 40, renewTime },
    });
  }

  #report(node: KubeObject): void {
    const now = timestamp(this.world.clock.now());
    const conditions = (node.status?.conditions ?? []).map(
      (condition: any) => ({
        ...condition,
        lastHeartbeatTime: now,
      }),
    );
    this.world.kinds.nodes.updateStatus(node, { ...node.status, conditions });
  }
}
