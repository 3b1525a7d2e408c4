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
import { clusterBirth } from '../../world/clusterBirth';
import type { ResourceType } from '../../store/ResourceType';
import { ALL_VERBS } from '../../store/builtinResourceTypes';

const API_SERVICE: ResourceType = {
  group: 'apiregistration.k8s.io',
  version: 'v1',
  plural: 'apiservices',
  singular: 'apiservice',
  kind: 'APIService',
  listKind: 'APIServiceList',
  shortNames: [],
  namespaced: false,
  categories: ['api-extensions'],
  subresources: ['status'],
  verbs: ALL_VERBS,
  generation: false,
};

/** Lets a cluster say which APIs it has, and who serves them. */
export function installApiServices(store: ObjectStore): void {
  store.types.register(API_SERVICE);
  const groupVersions = new Set(
    store.types.all().map(({ group, version }) => `${version}.${group}`),
  );
  for (const name of groupVersions) {
    const [version, ...rest] = name.split('.');
    const group = rest.join('.');
    addApiService(store, {
      metadata: {
        name,
        labels: { 'kube-aggregator.kubernetes.io/automanaged': 'onstart' },
      },
      spec: {
        ...(group && { group }),
        version,
        groupPriorityMinimum: group ? 17_800 : 18_000,
        versionPriority: group ? 15 : 1,
      },
      status: available(
        store,
        'Local',
        'Local APIServices are always available',
      ),
    });
  }
}

/** Announces an API that a service of the cluster serves. */
export function addServedApi(
  store: ObjectStore,
  api: { group: string; version: string; service: string; labels: object },
): void {
  const { group, version, service, labels } = api;
  addApiService(store, {
    metadata: { name: `${version}.${group}`, labels: { ...labels } },
    spec: {
      service: { namespace: 'kube-system', name: service, port: 443 },
      group,
      version,
      insecureSkipTLSVerify: true,
      groupPriorityMinimum: 100,
      versionPriority: 100,
    },
    status: available(store, 'Passed', 'all checks passed'),
  });
}

function addApiService(store: ObjectStore, object: KubeObjectInput): void {
  if (store.get(API_SERVICE, undefined, object.metadata.name!)) return;
  store.create(API_SERVICE, {
    ...object,
    metadata: { ...object.metadata, creationTimestamp: clusterBirth(store) },
  });
}

function available(store: ObjectStore, reason: string, message: string) {
  return {
    conditions: [
      {
        type: 'Available',
        status: 'True',
        lastTransitionTime: clusterBirth(store) ?? store.timestamp(),
        reason,
        message,
      },
    ],
  };
}
