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
import { ServiceAddresses } from './ServiceAddresses';

const NODE_PORTS = { first: 30_000, last: 32_767 };

/** The spec of a new service with its addresses and node ports chosen. */
export function allocateService(
  store: ObjectStore,
  service: KubeObjectInput,
): any {
  const { spec } = service;
  if (spec.type === 'ExternalName') return spec;
  const clusterIP = spec.clusterIP || ServiceAddresses.of(store).free();
  const result = {
    ...spec,
    clusterIP,
    clusterIPs: [clusterIP],
    ipFamilies: ['IPv4'],
    ipFamilyPolicy: spec.ipFamilyPolicy ?? 'SingleStack',
    internalTrafficPolicy: spec.internalTrafficPolicy ?? 'Cluster',
  };
  if (!['NodePort', 'LoadBalancer'].includes(spec.type)) return result;
  const services = store.list(store.types.require('v1', 'Service'));
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

function freePort(taken: Set<number>): number {
  for (let port = NODE_PORTS.first; port <= NODE_PORTS.last; port += 1) {
    if (!taken.has(port)) return port;
  }
  throw new Error('no node port is free');
}
