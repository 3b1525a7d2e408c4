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

import type { KubeObjectInput } from '../store/ObjectStore';
import { SeededRandom } from '../world/SeededRandom';
import { helmReleaseSecret } from './helmRelease';
import { workloadLabels } from './podTemplate';
import type { Workload } from './scenarioSchema';

const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

/** What else a team applies with a workload, where the scenario says so. */
export function workloadCompanions(
  workload: Workload,
  now: number,
): KubeObjectInput[] {
  const { secret, helm, host, autoscale } = workload;
  return [
    ...(secret ? [credentials(workload)] : []),
    ...(helm ? [release(workload, helm, now)] : []),
    ...(host ? [ingress(workload, host), certificate(workload, host)] : []),
    ...(autoscale ? [autoscaler(workload, autoscale)] : []),
  ];
}

function metadata(workload: Workload, name = workload.name) {
  return {
    name,
    namespace: workload.namespace,
    labels: workloadLabels(workload),
  };
}

/** Applied with kubectl, which leaves a copy of it in an annotation. */
function credentials(workload: Workload): KubeObjectInput {
  const random = SeededRandom.for(0, `${workload.namespace}/${workload.name}`);
  const encoded = (text: string) => Buffer.from(text).toString('base64');
  const applied = {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: metadata(workload, `${workload.name}-credentials`),
    data: {
      username: encoded(workload.name),
      password: encoded(random.hex(24)),
    },
    type: 'Opaque',
  };
  return {
    ...applied,
    metadata: {
      ...applied.metadata,
      annotations: { [LAST_APPLIED]: `${JSON.stringify(applied)}\n` },
    },
  };
}

function release(
  { name, namespace, replicas }: Workload,
  { chart, version }: NonNullable<Workload['helm']>,
  now: number,
): KubeObjectInput {
  const random = SeededRandom.for(0, `${namespace}/${name}/helm`);
  return helmReleaseSecret({
    name,
    namespace,
    chart,
    version,
    appVersion: version,
    revision: random.integer(1, 9),
    deployedAt: now,
    values: { replicaCount: replicas, adminPassword: random.hex(16) },
  });
}

/** What a certificate's issuer would write; nothing here checks it. */
function certificate(workload: Workload, host: string): KubeObjectInput {
  const random = SeededRandom.for(0, `${host}/tls`);
  const pem = (what: string) =>
    Buffer.from(
      `-----BEGIN ${what}-----\n${Buffer.from(random.hex(96)).toString('base64')}\n-----END ${what}-----\n`,
    ).toString('base64');
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: metadata(workload, `${workload.name}-tls`),
    data: { 'tls.crt': pem('CERTIFICATE'), 'tls.key': pem('PRIVATE KEY') },
    type: 'kubernetes.io/tls',
  };
}

function ingress(workload: Workload, host: string): KubeObjectInput {
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: metadata(workload),
    spec: {
      ingressClassName: 'nginx',
      tls: [{ hosts: [host], secretName: `${workload.name}-tls` }],
      rules: [
        {
          host,
          http: {
            paths: [
              {
                path: '/',
                pathType: 'Prefix',
                backend: {
                  service: { name: workload.name, port: { name: 'http' } },
                },
              },
            ],
          },
        },
      ],
    },
    status: { loadBalancer: { ingress: [{ ip: '203.0.113.10' }] } },
  };
}

function autoscaler(
  workload: Workload,
  { min, max, cpu }: NonNullable<Workload['autoscale']>,
): KubeObjectInput {
  return {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: metadata(workload),
    spec: {
      scaleTargetRef: {
        apiVersion: 'apps/v1',
        kind: workload.kind,
        name: workload.name,
      },
      minReplicas: min,
      maxReplicas: max,
      metrics: [
        {
          type: 'Resource',
          resource: {
            name: 'cpu',
            target: { type: 'Utilization', averageUtilization: cpu },
          },
        },
      ],
    },
  };
}
