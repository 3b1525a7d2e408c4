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
import { podTemplate, workloadLabels } from './podTemplate';
import type { Workload } from './scenarioSchema';

export interface WorkloadManifestOptions {
  /** Version tag of the image, where the workload names none. */
  tag: string;
  replicas: number;
}

/** What a team applies for one workload: itself, and what goes with it. */
export function workloadManifests(
  workload: Workload,
  options: WorkloadManifestOptions,
): KubeObjectInput[] {
  return [
    configMap(workload),
    ...(workload.port ? [service(workload)] : []),
    ...(workload.maxUnavailable !== undefined ? [budget(workload)] : []),
    controller(workload, options),
  ];
}

function metadata(workload: Workload, name = workload.name) {
  return {
    name,
    namespace: workload.namespace,
    labels: workloadLabels(workload),
  };
}

function selector(workload: Workload) {
  return { matchLabels: { 'app.kubernetes.io/name': workload.name } };
}

function configMap(workload: Workload): KubeObjectInput {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: metadata(workload, `${workload.name}-config`),
    data: {
      'config.yaml': `service: ${workload.name}\nlisten: 0.0.0.0:${workload.port ?? 8080}\nlogging:\n  level: info\n  format: json\n`,
    },
  };
}

function service(workload: Workload): KubeObjectInput {
  const headless = workload.kind === 'StatefulSet';
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: metadata(workload),
    spec: {
      selector: selector(workload).matchLabels,
      ports: [{ name: 'http', port: 80, targetPort: 'http', protocol: 'TCP' }],
      ...(headless && { clusterIP: 'None' }),
    },
    status: { loadBalancer: {} },
  };
}

function budget(workload: Workload): KubeObjectInput {
  return {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: metadata(workload),
    spec: {
      maxUnavailable: workload.maxUnavailable,
      selector: selector(workload),
    },
    status: {},
  };
}

function controller(
  workload: Workload,
  { tag, replicas }: WorkloadManifestOptions,
): KubeObjectInput {
  const template = podTemplate(workload, tag);
  const base = { metadata: metadata(workload), status: {} };
  switch (workload.kind) {
    case 'Deployment':
      return {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        ...base,
        spec: {
          replicas,
          selector: selector(workload),
          template,
          strategy: {
            type: 'RollingUpdate',
            rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' },
          },
        },
      };
    case 'StatefulSet':
      return {
        apiVersion: 'apps/v1',
        kind: 'StatefulSet',
        ...base,
        spec: {
          replicas,
          selector: selector(workload),
          serviceName: workload.name,
          template,
          ...(workload.storage && {
            volumeClaimTemplates: [claim(workload.storage)],
          }),
        },
      };
    case 'DaemonSet':
      return {
        apiVersion: 'apps/v1',
        kind: 'DaemonSet',
        ...base,
        spec: { selector: selector(workload), template },
      };
    case 'CronJob':
      return {
        apiVersion: 'batch/v1',
        kind: 'CronJob',
        ...base,
        spec: {
          schedule: workload.schedule ?? '*/15 * * * *',
          concurrencyPolicy: 'Forbid',
          suspend: workload.suspend ?? false,
          jobTemplate: { spec: { backoffLimit: 2, template } },
        },
      };
    default:
      return {
        apiVersion: 'batch/v1',
        kind: 'Job',
        ...base,
        spec: { backoffLimit: 3, completions: 1, parallelism: 1, template },
      };
  }
}

function claim(storage: string) {
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name: 'data' },
    spec: {
      accessModes: ['ReadWriteOnce'],
      resources: { requests: { storage } },
      volumeMode: 'Filesystem',
    },
    status: { phase: 'Pending' },
  };
}
