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
  BEHAVIOUR_ANNOTATION,
  RUN_SECONDS_ANNOTATION,
} from '../controllers/kubelet/behaviour';
import { DEMAND_ANNOTATION } from '../metrics/containerUsage';
import type { Workload } from './scenarioSchema';

const DEFAULT_MEMORY = '192Mi';

/** The pod template of a workload, of about the size of real ones. */
export function podTemplate(workload: Workload, tag: string): any {
  const annotations = annotationsOf(workload);
  const isDaemon = workload.kind === 'DaemonSet';
  const runsToEnd = workload.kind === 'CronJob' || workload.kind === 'Job';
  return {
    metadata: {
      labels: podLabels(workload, tag),
      ...(Object.keys(annotations).length > 0 && { annotations }),
    },
    spec: {
      containers: [
        mainContainer(workload, tag),
        ...(workload.sidecar ? [sidecar()] : []),
      ],
      volumes: [
        { name: 'config', configMap: { name: `${workload.name}-config` } },
        { name: 'tmp', emptyDir: {} },
        ...(isDaemon
          ? [{ name: 'host-root', hostPath: { path: '/', type: '' } }]
          : []),
      ],
      ...(runsToEnd && { restartPolicy: 'Never' }),
      ...(isDaemon && { hostNetwork: true }),
      ...(workload.priority && { priorityClassName: workload.priority }),
      ...(workload.nodeSelector && { nodeSelector: workload.nodeSelector }),
      ...tolerationsOf(workload),
      securityContext: { runAsNonRoot: true, fsGroup: 65_532 },
      terminationGracePeriodSeconds: runsToEnd ? 5 : 30,
    },
  };
}

// What the admission of extended resources adds on real clusters.
const GPU_TOLERATION = {
  key: 'nvidia.com/gpu',
  operator: 'Exists',
  effect: 'NoSchedule',
};

function tolerationsOf({ tolerations = [], gpu }: Workload) {
  const all = gpu ? [...tolerations, GPU_TOLERATION] : tolerations;
  return all.length > 0 ? { tolerations: all } : {};
}

export function workloadLabels(workload: Workload): Record<string, string> {
  return {
    'app.kubernetes.io/name': workload.name,
    'app.kubernetes.io/part-of': workload.partOf ?? workload.namespace,
    'backstage.io/kubernetes-id': workload.name,
  };
}

function podLabels(workload: Workload, tag: string): Record<string, string> {
  return {
    ...workloadLabels(workload),
    'app.kubernetes.io/instance': workload.name,
    'app.kubernetes.io/version': tag,
  };
}

function annotationsOf(workload: Workload): Record<string, string> {
  return {
    ...(workload.port && {
      'prometheus.io/scrape': 'true',
      'prometheus.io/port': String(workload.port),
      'prometheus.io/path': '/metrics',
    }),
    ...(workload.behaviour !== 'healthy' && {
      [BEHAVIOUR_ANNOTATION]: workload.behaviour,
    }),
    ...(workload.demand && {
      [DEMAND_ANNOTATION]: String(workload.demand),
    }),
    ...(workload.runSeconds && {
      [RUN_SECONDS_ANNOTATION]: String(workload.runSeconds),
    }),
  };
}

function mainContainer(workload: Workload, tag: string): any {
  const { name, port } = workload;
  const memory = workload.memory ?? DEFAULT_MEMORY;
  const gpu = workload.gpu
    ? { 'nvidia.com/gpu': String(workload.gpu) }
    : undefined;
  const probe = (path: string) => ({
    httpGet: { path, port: 'http', scheme: 'HTTP' },
    timeoutSeconds: 2,
    periodSeconds: 10,
    successThreshold: 1,
    failureThreshold: 3,
  });
  return {
    name,
    image: workload.image.includes(':')
      ? workload.image
      : `${workload.image}:${tag}`,
    args: ['--config=/etc/app/config.yaml', '--log-format=json'],
    ...(port && {
      ports: [{ name: 'http', containerPort: port, protocol: 'TCP' }],
    }),
    env: [
      fieldEnv('POD_NAME', 'metadata.name'),
      fieldEnv('POD_NAMESPACE', 'metadata.namespace'),
      { name: 'LOG_LEVEL', value: 'info' },
      { name: 'OTEL_SERVICE_NAME', value: name },
      {
        name: 'OTEL_EXPORTER_OTLP_ENDPOINT',
        value: 'http://otel-collector.monitoring.svc:4317',
      },
    ],
    resources: {
      requests: { cpu: workload.cpu ?? '100m', memory, ...gpu },
      limits: { memory, ...gpu },
    },
    volumeMounts: [
      { name: 'config', mountPath: '/etc/app', readOnly: true },
      { name: 'tmp', mountPath: '/tmp' },
      ...(workload.storage
        ? [{ name: 'data', mountPath: '/var/lib/data' }]
        : []),
      ...(workload.kind === 'DaemonSet'
        ? [{ name: 'host-root', mountPath: '/host', readOnly: true }]
        : []),
    ],
    ...(port && {
      livenessProbe: { ...probe('/livez'), initialDelaySeconds: 10 },
      readinessProbe: { ...probe('/readyz'), initialDelaySeconds: 2 },
    }),
    securityContext: {
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'] },
      readOnlyRootFilesystem: true,
    },
  };
}

function sidecar(): any {
  return {
    name: 'linkerd-proxy',
    image: 'cr.l5d.io/linkerd/proxy:edge-26.1.2',
    ports: [
      { name: 'linkerd-proxy', containerPort: 4_143, protocol: 'TCP' },
      { name: 'linkerd-admin', containerPort: 4_191, protocol: 'TCP' },
    ],
    env: [
      fieldEnv('_pod_name', 'metadata.name'),
      fieldEnv('_pod_ns', 'metadata.namespace'),
      {
        name: 'LINKERD2_PROXY_LOG',
        value: 'warn,linkerd=info,hickory=error',
      },
      { name: 'LINKERD2_PROXY_CONTROL_LISTEN_ADDR', value: '[::]:4190' },
    ],
    resources: {
      requests: { cpu: '20m', memory: '32Mi' },
      limits: { memory: '128Mi' },
    },
    readinessProbe: {
      httpGet: { path: '/ready', port: 4_191, scheme: 'HTTP' },
      initialDelaySeconds: 2,
      timeoutSeconds: 1,
      periodSeconds: 10,
      successThreshold: 1,
      failureThreshold: 3,
    },
    securityContext: {
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      runAsUser: 2_102,
    },
  };
}

function fieldEnv(name: string, fieldPath: string): any {
  return { name, valueFrom: { fieldRef: { apiVersion: 'v1', fieldPath } } };
}
