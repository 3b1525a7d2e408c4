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

import { z } from 'zod';

/**
 * Names one Kubernetes object of the fleet.
 *
 * @remarks
 *
 * `resource` is the plural in kubectl's notation, with the group after a dot where there is one: `pods`, `deployments.apps`. `namespace` is
 * absent for cluster-scoped objects.
 *
 * @public
 */
export const objectAddressSchema = z.object({
  cluster: z.string().min(1).max(253),
  resource: z
    .string()
    .max(253)
    .regex(/^[a-z][a-z0-9-]*(\.[a-z0-9][a-z0-9.-]*)?$/),
  namespace: z.string().min(1).max(253).optional(),
  name: z.string().min(1).max(253),
});

/** @public */
export type ObjectAddress = z.infer<typeof objectAddressSchema>;

const RESOURCE_OF_KIND: Readonly<Record<string, string>> = {
  Pod: 'pods',
  Node: 'nodes',
  Namespace: 'namespaces',
  Service: 'services',
  ConfigMap: 'configmaps',
  Secret: 'secrets',
  ServiceAccount: 'serviceaccounts',
  Event: 'events',
  PersistentVolume: 'persistentvolumes',
  PersistentVolumeClaim: 'persistentvolumeclaims',
  ResourceQuota: 'resourcequotas',
  LimitRange: 'limitranges',
  Deployment: 'deployments.apps',
  StatefulSet: 'statefulsets.apps',
  DaemonSet: 'daemonsets.apps',
  ReplicaSet: 'replicasets.apps',
  Job: 'jobs.batch',
  CronJob: 'cronjobs.batch',
  HorizontalPodAutoscaler: 'horizontalpodautoscalers.autoscaling',
  PodDisruptionBudget: 'poddisruptionbudgets.policy',
  Ingress: 'ingresses.networking.k8s.io',
  NetworkPolicy: 'networkpolicies.networking.k8s.io',
};

/**
 * The resource of a kind that Kubernetes itself has; undefined for others, whose plural only the cluster knows.
 *
 * @public
 */
export function resourceOfKind(kind: string): string | undefined {
  return Object.hasOwn(RESOURCE_OF_KIND, kind)
    ? RESOURCE_OF_KIND[kind]
    : undefined;
}

/**
 * The one address of an object's page, relative to the page of the fleet: `clusters/prod/namespaces/shop/pods/web-1`,
 * `clusters/prod/nodes/n1`, `clusters/prod/objects/clusterroles.rbac.authorization.k8s.io/admin`.
 *
 * @public
 */
export function objectPath(address: ObjectAddress): string {
  const { cluster, resource, namespace, name } = address;
  const start = ['clusters', cluster];
  if (namespace !== undefined) {
    return join([...start, 'namespaces', namespace, resource, name]);
  }
  return resource === 'nodes' || resource === 'namespaces'
    ? join([...start, resource, name])
    : join([...start, 'objects', resource, name]);
}

/**
 * The page of a cluster, or one of its tabs, relative to the page of the fleet.
 *
 * @public
 */
export function clusterPath(cluster: string, tab?: string): string {
  return join(['clusters', cluster, ...(tab ? [tab] : [])]);
}

/**
 * The command that prints an object, for people to copy. The context is the cluster's name in the portal, which theirs may call otherwise.
 *
 * @public
 */
export function kubectlGet(address: ObjectAddress): string {
  const { cluster, resource, namespace, name } = address;
  return [
    'kubectl',
    `--context=${shellWord(cluster)}`,
    'get',
    shellWord(`${resource}/${name}`),
    ...(namespace === undefined ? [] : [`--namespace=${shellWord(namespace)}`]),
    '--output=yaml',
  ].join(' ');
}

/**
 * The command that makes a cluster the one that kubectl talks to. As in {@link kubectlGet}, the context may be called otherwise.
 *
 * @public
 */
export function kubectlUseContext(cluster: string): string {
  return `kubectl config use-context ${shellWord(cluster)}`;
}

function join(segments: readonly string[]): string {
  return segments.map(encodeURIComponent).join('/');
}

/** Names from a cluster are hostile: what is not plain is quoted. */
function shellWord(text: string): string {
  return /^[A-Za-z0-9_./:-]+$/.test(text)
    ? text
    : `'${text.replaceAll("'", `'\\''`)}'`;
}
