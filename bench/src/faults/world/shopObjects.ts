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

import type { KubeObjectInput } from '@quarterdeck/demo-fleet';

const NAMESPACES = ['shop', 'data'];
const NODES = 3;

/** The objects of a small cluster: nodes, two namespaces, workloads, quotas, events, and as many pods as wanted. */
export function shopObjects(pods: number): KubeObjectInput[] {
  return [
    ...Array.from({ length: NODES }, (_, index) => node(`node-${index}`)),
    ...NAMESPACES.flatMap(namespace => [
      workload('Deployment', namespace, 'web'),
      workload('StatefulSet', namespace, 'queue'),
      workload('DaemonSet', namespace, 'agent'),
      quota(namespace),
      event(namespace, 'web-started'),
    ]),
    ...Array.from({ length: pods }, (_, index) =>
      pod(NAMESPACES[index % NAMESPACES.length], `web-${index}`),
    ),
  ];
}

/** A pod that runs. */
export function pod(namespace: string, name: string): KubeObjectInput {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { namespace, name, labels: { app: 'web' } },
    spec: {
      nodeName: `node-${name.length % NODES}`,
      containers: [
        {
          name: 'main',
          image: 'registry.example.com/shop/web:1.0.0',
          resources: { requests: { cpu: '100m', memory: '64Mi' } },
        },
      ],
    },
    status: {
      phase: 'Running',
      conditions: [{ type: 'Ready', status: 'True' }],
      containerStatuses: [
        { name: 'main', ready: true, started: true, restartCount: 0 },
      ],
    },
  };
}

export function node(name: string): KubeObjectInput {
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name, labels: { 'topology.kubernetes.io/zone': 'z1' } },
    spec: {},
    status: {
      capacity: { cpu: '8', memory: '32Gi', pods: '110' },
      allocatable: { cpu: '8', memory: '32Gi', pods: '110' },
      conditions: [{ type: 'Ready', status: 'True' }],
      nodeInfo: { kubeletVersion: 'v1.36.2' },
    },
  };
}

export function event(namespace: string, name: string): KubeObjectInput {
  return {
    apiVersion: 'v1',
    kind: 'Event',
    metadata: { namespace, name },
    involvedObject: { kind: 'Deployment', namespace, name: 'web' },
    type: 'Normal',
    reason: 'ScalingReplicaSet',
    message: 'Scaled up',
    count: 1,
    source: { component: 'deployment-controller' },
    firstTimestamp: '2026-11-01T08:00:00Z',
    lastTimestamp: '2026-11-01T08:00:00Z',
  };
}

function workload(
  kind: 'Deployment' | 'StatefulSet' | 'DaemonSet',
  namespace: string,
  name: string,
): KubeObjectInput {
  return {
    apiVersion: 'apps/v1',
    kind,
    metadata: { namespace, name },
    spec: {
      ...(kind !== 'DaemonSet' && { replicas: 2 }),
      selector: { matchLabels: { app: name } },
      template: {
        metadata: { labels: { app: name } },
        spec: { containers: [{ name: 'main', image: `shop/${name}:1.0.0` }] },
      },
    },
    status: { replicas: 2, readyReplicas: 2, availableReplicas: 2 },
  };
}

function quota(namespace: string): KubeObjectInput {
  return {
    apiVersion: 'v1',
    kind: 'ResourceQuota',
    metadata: { namespace, name: 'team' },
    spec: { hard: { pods: '100' } },
    status: { hard: { pods: '100' }, used: { pods: '10' } },
  };
}
