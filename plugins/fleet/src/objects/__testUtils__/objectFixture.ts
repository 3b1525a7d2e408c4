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

import {
  LiveObject,
  NamespaceOverviewRow,
  NodeRow,
  ObjectAddress,
  ViewAnswer,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  cart,
  event,
  fullCoverage,
  pod,
} from '../../__testUtils__/fleetFixture';

const GiB = 1024 ** 3;

export const podAddress: ObjectAddress = {
  cluster: 'eu-west',
  resource: 'pods',
  namespace: 'shop',
  name: pod.name,
};

export const nodeAddress: ObjectAddress = {
  cluster: 'eu-west',
  resource: 'nodes',
  name: 'node-1',
};

const node: NodeRow = {
  uid: 'n1',
  cluster: 'eu-west',
  namespace: '',
  name: 'node-1',
  status: 'Ready,SchedulingDisabled',
  ready: true,
  schedulable: false,
  severity: 'warning',
  pressures: [],
  roles: ['worker'],
  version: 'v1.36.1',
  providerId: 'aws:///eu-west-1a/i-0abc',
  region: 'eu-west-1',
  zone: 'eu-west-1a',
  instanceType: 'm7i.large',
  cpu: 4,
  memory: 16 * GiB,
  gpus: 0,
  podCapacity: 110,
  created: pod.created,
};

const namespaceRow: NamespaceOverviewRow = {
  cluster: 'eu-west',
  namespace: 'shop',
  phase: 'Active',
  owner: 'group:default/checkout',
  ownerSource: 'annotation',
  pods: 12,
  podErrors: 1,
  podWarnings: 0,
  workloads: 4,
  workloadsTroubled: 1,
  cpuRequest: 3,
  memoryRequest: 8 * GiB,
  quota: { resource: 'requests.cpu', used: 3.8, hard: 4 },
  created: pod.created,
};

function liveObject(
  address: ObjectAddress,
  kind: string,
  yaml: string,
): LiveObject {
  return {
    address,
    apiVersion: 'v1',
    kind,
    yaml,
    masked: [],
    resourceVersion: '7',
    created: pod.created,
    owners: [],
    conditions: [],
    readAt: Date.now(),
  };
}

export const livePod: LiveObject = {
  ...liveObject(
    podAddress,
    'Pod',
    `apiVersion: v1
kind: Pod
metadata:
  name: ${pod.name}
  labels:
    app: checkout
spec:
  nodeName: node-1
  serviceAccountName: checkout
  initContainers:
    - name: migrate
      image: checkout:2.1.0
    - name: proxy
      image: proxy:1.9
      restartPolicy: Always
  containers:
    - name: app
      image: checkout:2.1.0
      resources:
        requests:
          cpu: 100m
      env:
        - name: DB_PASSWORD
          value: "[masked]"
    - image: without-a-name
status:
  podIP: 10.0.0.7
  qosClass: Burstable
  initContainerStatuses:
    - name: migrate
      ready: false
      restartCount: 0
      state:
        terminated:
          exitCode: 0
          reason: Completed
  containerStatuses:
    - name: app
      ready: false
      restartCount: 17
      state:
        waiting:
          reason: CrashLoopBackOff
          message: back-off 5m0s
      lastState:
        terminated:
          exitCode: 137
          reason: OOMKilled
`,
  ),
  masked: [
    {
      path: '.spec.containers[0].env[0].value',
      reason: 'the name says that it is a secret',
    },
  ],
  owners: [
    {
      kind: 'ReplicaSet',
      name: 'checkout-7d9f8b6c5',
      controller: true,
      address: {
        cluster: 'eu-west',
        resource: 'replicasets.apps',
        namespace: 'shop',
        name: 'checkout-7d9f8b6c5',
      },
    },
  ],
  conditions: [
    {
      type: 'Ready',
      status: 'False',
      reason: 'ContainersNotReady',
      message: 'containers with unready status: [app]',
      since: pod.created,
    },
  ],
};

export const liveNode: LiveObject = {
  ...liveObject(
    nodeAddress,
    'Node',
    `apiVersion: v1
kind: Node
metadata:
  name: node-1
  labels:
    pool: apps
spec:
  taints:
    - key: node.kubernetes.io/unschedulable
      effect: NoSchedule
status:
  addresses:
    - type: InternalIP
      address: 10.1.2.3
  capacity:
    cpu: "4"
    memory: 16Gi
    pods: "110"
  nodeInfo:
    osImage: Bottlerocket
    kernelVersion: 6.1.1
    containerRuntimeVersion: containerd://2.0
    architecture: amd64
`,
  ),
  conditions: [
    { type: 'Ready', status: 'True', reason: 'KubeletReady' },
    { type: 'DiskPressure', status: 'True', reason: 'KubeletHasDiskPressure' },
  ],
};

function answer(rows: object[], summary: object): ViewAnswer {
  return { rows, total: rows.length, summary, coverage: fullCoverage };
}

/** What the views answer for the pages of the objects above. */
export function objectViews(): Record<string, ViewAnswer> {
  return {
    'clusters.health': answer([], {}),
    'pods.list': answer([pod], { errors: 1, warnings: 0, progress: 0 }),
    'nodes.list': answer([node], {
      ready: 1,
      notReady: 0,
      unknown: 0,
      cordoned: 1,
    }),
    'nodes.top': answer(
      [
        {
          uid: 'n1',
          cluster: 'eu-west',
          namespace: '',
          name: 'node-1',
          cpu: 0.4,
          memory: 4 * GiB,
          measured: Date.now() - 30_000,
          window: 20_000,
        },
      ],
      { cpu: 0.4, memory: 4 * GiB },
    ),
    'workloads.list': answer([cart], {
      workloads: 1,
      errors: 0,
      warnings: 0,
      progress: 0,
    }),
    'namespaces.overview': answer(
      [
        namespaceRow,
        {
          ...namespaceRow,
          namespace: 'kube-system',
          owner: undefined,
          podErrors: 0,
          workloadsTroubled: 0,
          pods: 40,
        },
      ],
      { namespaces: 2, troubled: 1, owned: 1, terminating: 0 },
    ),
    'quotas.list': answer(
      [
        {
          uid: 'q1',
          cluster: 'eu-west',
          namespace: 'shop',
          name: 'team',
          items: [
            { resource: 'requests.cpu', hard: 4, used: 3.8 },
            { resource: 'pods', hard: 50 },
          ],
          created: pod.created,
        },
      ],
      { full: 0 },
    ),
    'events.recent': answer([event], { warnings: 1, normal: 0 }),
  };
}
