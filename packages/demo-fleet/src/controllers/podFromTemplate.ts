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

import type { KubeObject, KubeObjectInput } from '../store/ObjectStore';
import { fieldSet, managedBy } from '../world/managedFields';
import { qosClass } from '../world/podResources';

export interface PodFromTemplateOptions {
  /** The controller that makes the pod, and owns it. */
  owner: KubeObject;
  template: any;
  now: number;
  /** A fixed name, where the owner gives its pods names of their own. */
  name?: string;
  labels?: Record<string, string>;
  /** What differs from the template: `nodeName`, `hostname`, volumes, … */
  spec?: Record<string, any>;
}

/** A pod as the API server stores it for a controller. */
export function podFromTemplate(
  options: PodFromTemplateOptions,
): KubeObjectInput {
  const { owner, template, now, name } = options;
  const prefix = `${owner.metadata.name}-`;
  const admitted = admittedSpec(template.spec);
  const ownerReference = controllerReference(owner);
  const labels = options.labels
    ? { ...template.metadata?.labels, ...options.labels }
    : template.metadata?.labels;
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      ...(name ? { name } : { generateName: prefix }),
      namespace: owner.metadata.namespace,
      ...(labels && { labels }),
      ...(template.metadata?.annotations && {
        annotations: template.metadata.annotations,
      }),
      ownerReferences: [ownerReference],
      managedFields: [
        managedBy('kube-controller-manager', 'v1', now, {
          'f:metadata': fieldSet({
            ...(!name && { generateName: prefix }),
            labels,
            ownerReferences: [ownerReference],
          }),
          'f:spec': admitted.fields,
        }),
      ],
    },
    spec: options.spec ? { ...admitted.spec, ...options.spec } : admitted.spec,
    status: { phase: 'Pending', qosClass: admitted.qosClass },
  };
}

export function controllerReference(owner: KubeObject) {
  return {
    apiVersion: owner.apiVersion,
    kind: owner.kind,
    name: owner.metadata.name,
    uid: owner.metadata.uid,
    controller: true,
    blockOwnerDeletion: true,
  };
}

interface AdmittedSpec {
  spec: any;
  fields: any;
  qosClass: string;
}

// Thousands of pods share a template: what follows from it is made once, and
// shared, which also keeps a large fleet small in memory.
const admittedByTemplate = new WeakMap<object, AdmittedSpec>();

const TOLERATIONS = ['not-ready', 'unreachable'].map(state => ({
  key: `node.kubernetes.io/${state}`,
  operator: 'Exists',
  effect: 'NoExecute',
  tolerationSeconds: 300,
}));

const TOKEN_SOURCES = [
  { serviceAccountToken: { expirationSeconds: 3607, path: 'token' } },
  {
    configMap: {
      name: 'kube-root-ca.crt',
      items: [{ key: 'ca.crt', path: 'ca.crt' }],
    },
  },
  {
    downwardAPI: {
      items: [
        {
          path: 'namespace',
          fieldRef: { apiVersion: 'v1', fieldPath: 'metadata.namespace' },
        },
      ],
    },
  },
];

function admittedSpec(podSpec: any): AdmittedSpec {
  const known = admittedByTemplate.get(podSpec);
  if (known) return known;
  const volume = `kube-api-access-${volumeSuffix(podSpec)}`;
  const mount = {
    name: volume,
    readOnly: true,
    mountPath: '/var/run/secrets/kubernetes.io/serviceaccount',
  };
  const { containers, volumes, tolerations, ...rest } = podSpec;
  const spec = {
    volumes: [
      ...(volumes ?? []),
      {
        name: volume,
        projected: { sources: TOKEN_SOURCES, defaultMode: 420 },
      },
    ],
    containers: containers.map((container: any) => ({
      ...container,
      volumeMounts: [...(container.volumeMounts ?? []), mount],
      terminationMessagePath: '/dev/termination-log',
      terminationMessagePolicy: 'File',
      imagePullPolicy: container.imagePullPolicy ?? 'IfNotPresent',
    })),
    restartPolicy: 'Always',
    terminationGracePeriodSeconds: 30,
    dnsPolicy: 'ClusterFirst',
    serviceAccountName: 'default',
    serviceAccount: podSpec.serviceAccountName ?? 'default',
    securityContext: {},
    schedulerName: 'default-scheduler',
    ...rest,
    tolerations: [...(tolerations ?? []), ...TOLERATIONS],
    priority: 0,
    enableServiceLinks: true,
    preemptionPolicy: 'PreemptLowerPriority',
  };
  const admitted = {
    spec,
    fields: fieldSet({ ...podSpec, tolerations }),
    qosClass: qosClass(podSpec),
  };
  admittedByTemplate.set(podSpec, admitted);
  return admitted;
}

function volumeSuffix(podSpec: any): string {
  return templateHash(podSpec).slice(0, 5).padEnd(5, 'x');
}

const HASH_LETTERS = 'bcdfghjklmnpqrstvwxz2456789';

// Templates are immutable, and asked for at every step of a rollout.
const hashByTemplate = new WeakMap<object, string>();

/** The hash of a template, as in `pod-template-hash`. */
export function templateHash(template: any): string {
  let hash = hashByTemplate.get(template);
  if (!hash) {
    hash = hashOf(template);
    hashByTemplate.set(template, hash);
  }
  return hash;
}

/** FNV-1a, in the letters of generated names. */
function hashOf(template: any): string {
  let hash = 2_166_136_261;
  const text = JSON.stringify(template, canonical);
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 16_777_619);
  }
  return [...String(hash >>> 0)]
    .map(digit => HASH_LETTERS[digit.charCodeAt(0) % HASH_LETTERS.length])
    .join('');
}

/** The same text for equal templates: a rollback may order the fields anew. */
function canonical(_key: string, value: any): any {
  if (!value || typeof value !== 'object' || Array.isArray(value)) {
    return value ?? undefined;
  }
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map(key => [key, value[key]]),
  );
}
