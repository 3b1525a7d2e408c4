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

import { KUBELET_ANNOTATION } from '../controllers/kubelet/Kubelet';
import { readyConditions } from '../controllers/nodeConditions';
import type { KubeObjectInput } from '../store/ObjectStore';
import { timestamp } from '../world/kubernetesTime';
import type { SeededRandom } from '../world/SeededRandom';
import { nodeShape } from './providers';
import type { NodePool, ScenarioCluster } from './scenarioSchema';

export interface NodeManifestOptions {
  cluster: ScenarioCluster;
  pool: NodePool;
  /** Number within the cluster. */
  index: number;
  /** Number within the pool. */
  poolIndex: number;
  now: number;
  createdAt: number;
  random: SeededRandom;
}

/** A node as its kubelet registers it. */
export function nodeManifest(options: NodeManifestOptions): KubeObjectInput {
  const { cluster, pool, index, poolIndex, random } = options;
  const zone = pool.zones[poolIndex % pool.zones.length];
  const internalIP = `10.${64 + Math.floor(index / 240)}.${16 + (poolIndex % pool.zones.length)}.${10 + (index % 240)}`;
  const shape = nodeShape({
    cluster,
    pool,
    zone,
    internalIP,
    index,
    random,
  });
  const architecture = cluster.provider === 'k3s' ? 'arm64' : 'amd64';
  const cordoned = poolIndex < pool.cordoned;
  const resources = resourcesOf(pool);
  const podCIDR = `10.${(244 + Math.floor(index / 256)) % 256}.${index % 256}.0/24`;
  return {
    metadata: {
      name: shape.name,
      creationTimestamp: timestamp(options.createdAt),
      labels: {
        'beta.kubernetes.io/arch': architecture,
        'beta.kubernetes.io/instance-type': pool.instanceType,
        'beta.kubernetes.io/os': 'linux',
        'failure-domain.beta.kubernetes.io/region': cluster.region,
        'failure-domain.beta.kubernetes.io/zone': zone,
        'kubernetes.io/arch': architecture,
        'kubernetes.io/hostname': shape.name,
        'kubernetes.io/os': 'linux',
        'node.kubernetes.io/instance-type': pool.instanceType,
        'topology.kubernetes.io/region': cluster.region,
        'topology.kubernetes.io/zone': zone,
        ...shape.labels,
        ...pool.labels,
      },
      annotations: {
        'node.alpha.kubernetes.io/ttl': '0',
        'volumes.kubernetes.io/controller-managed-attach-detach': 'true',
        ...shape.annotations,
      },
    },
    spec: {
      podCIDR,
      podCIDRs: [podCIDR],
      providerID: shape.providerID,
      ...(pool.taints.length > 0 && { taints: pool.taints }),
      ...(cordoned && { unschedulable: true }),
    },
    status: {
      ...resources,
      conditions: readyConditions(options.now, options.createdAt + 25_000),
      addresses: [
        { type: 'InternalIP', address: internalIP },
        { type: 'Hostname', address: shape.name },
      ],
      daemonEndpoints: { kubeletEndpoint: { Port: 10_250 } },
      nodeInfo: {
        machineID: random.hex(32),
        systemUUID: random.uuid(),
        bootID: random.uuid(),
        kernelVersion: shape.kernelVersion,
        osImage: shape.osImage,
        containerRuntimeVersion: shape.containerRuntime,
        kubeletVersion: shape.kubeletVersion,
        kubeProxyVersion: '',
        operatingSystem: 'linux',
        architecture,
      },
    },
  };
}

/** The annotation that stops the kubelet of a node. */
export function deadKubelet(node: { metadata: any }): any {
  return {
    ...node,
    metadata: {
      ...node.metadata,
      annotations: {
        ...node.metadata.annotations,
        [KUBELET_ANNOTATION]: 'stopped',
      },
    },
  };
}

/** Capacity, and what is left of it after the system's own share. */
function resourcesOf(pool: NodePool) {
  const memoryKi = Math.round(pool.memoryGi * 1_048_576 * 0.978);
  const gpus = pool.gpus > 0 ? { 'nvidia.com/gpu': String(pool.gpus) } : {};
  const common = { 'hugepages-1Gi': '0', 'hugepages-2Mi': '0' };
  return {
    capacity: {
      cpu: String(pool.cpu),
      'ephemeral-storage': '104779756Ki',
      ...common,
      memory: `${memoryKi}Ki`,
      ...gpus,
      pods: String(pool.pods),
    },
    allocatable: {
      cpu: `${pool.cpu * 1_000 - 70 - pool.cpu * 5}m`,
      'ephemeral-storage': '95491281146',
      ...common,
      memory: `${Math.round(memoryKi * 0.955 - 262_144)}Ki`,
      ...gpus,
      pods: String(pool.pods),
    },
  };
}
