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

import type { KubeObjectInput } from '../../store/KubeObject';
import type { ObjectStore } from '../../store/ObjectStore';

const NODE_PORTS = { first: 30_000, last: 32_767 };
const ADDRESSES = 250 * 250;

/** The spec of a new service with its addresses and node ports chosen. */
export function allocateService(
  store: ObjectStore,
  service: KubeObjectInput,
): any {
  const { spec } = service;
  if (spec.type === 'ExternalName') return spec;
  const services = store.list(store.types.require('v1', 'Service'));
  const taken = new Set(services.map(each => each.spec?.clusterIP));
  const clusterIP = spec.clusterIP || freeAddress(taken);
  const result = {
    ...spec,
    clusterIP,
    clusterIPs: [clusterIP],
    ipFamilies: ['IPv4'],
    ipFamilyPolicy: spec.ipFamilyPolicy ?? 'SingleStack',
    internalTrafficPolicy: spec.internalTrafficPolicy ?? 'Cluster',
  };
  if (!['NodePort', 'LoadBalancer'].includes(spec.type)) return result;
  const ports = new Set(
    services.flatMap(each =>
      ((each.spec?.ports ?? []) as any[]).map(port => port.nodePort),
    ),
  );
  return {
    ...result,
    externalTrafficPolicy: spec.externalTrafficPolicy ?? 'Cluster',
    ...(spec.type === 'LoadBalancer' && {
      allocateLoadBalancerNodePorts: spec.allocateLoadBalancerNodePorts ?? true,
    }),
    ports: ((spec.ports ?? []) as any[]).map(port => {
      const nodePort = port.nodePort ?? freePort(ports);
      ports.add(nodePort);
      return { ...port, nodePort };
    }),
  };
}

function freeAddress(taken: Set<string>): string {
  for (let index = 0; index < ADDRESSES; index += 1) {
    const address = `198.19.${Math.floor(index / 250) + 1}.${(index % 250) + 2}`;
    if (!taken.has(address)) return address;
  }
  throw new Error('no service address is free');
}

function freePort(taken: Set<number>): number {
  for (let port = NODE_PORTS.first; port <= NODE_PORTS.last; port += 1) {
    if (!taken.has(port)) return port;
  }
  throw new Error('no node port is free');
}
