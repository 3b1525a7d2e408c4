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

import { apiVersionOf, ResourceType } from '../../store/ResourceType';

const POD_TEMPLATE = { metadata: {}, spec: { containers: null } };

/**
 * The empty object of each kind, which a bookmark carries. Kinds that were not
 * recorded follow the same Go structures; only `metadata` has a meaning.
 */
const EMPTY: Record<string, object> = {
  Pod: { spec: { containers: null }, status: {} },
  Node: {
    spec: {},
    status: {
      daemonEndpoints: { kubeletEndpoint: { Port: 0 } },
      nodeInfo: {
        machineID: '',
        systemUUID: '',
        bootID: '',
        kernelVersion: '',
        osImage: '',
        containerRuntimeVersion: '',
        kubeletVersion: '',
        kubeProxyVersion: '',
        operatingSystem: '',
        architecture: '',
      },
    },
  },
  Deployment: {
    spec: { replicas: 0, selector: null, template: POD_TEMPLATE, strategy: {} },
    status: {},
  },
  ReplicaSet: {
    spec: { replicas: 0, selector: null, template: POD_TEMPLATE },
    status: { replicas: 0 },
  },
  StatefulSet: {
    spec: {
      replicas: 0,
      selector: null,
      template: POD_TEMPLATE,
      serviceName: '',
      updateStrategy: {},
    },
    status: { replicas: 0, availableReplicas: 0 },
  },
  DaemonSet: {
    spec: { selector: null, template: POD_TEMPLATE, updateStrategy: {} },
    status: {
      currentNumberScheduled: 0,
      numberMisscheduled: 0,
      desiredNumberScheduled: 0,
      numberReady: 0,
    },
  },
  Job: { spec: { template: POD_TEMPLATE }, status: {} },
  CronJob: {
    spec: {
      schedule: '',
      concurrencyPolicy: '',
      suspend: false,
      jobTemplate: { metadata: {}, spec: { template: POD_TEMPLATE } },
      successfulJobsHistoryLimit: 0,
      failedJobsHistoryLimit: 0,
    },
    status: {},
  },
  Event: {
    involvedObject: {},
    source: {},
    firstTimestamp: null,
    lastTimestamp: null,
    eventTime: null,
    reportingComponent: '',
    reportingInstance: '',
  },
  Service: { spec: {}, status: { loadBalancer: {} } },
  Namespace: { spec: {}, status: {} },
  SelfSubjectAccessReview: { spec: {}, status: { allowed: false } },
  SubjectAccessReview: { spec: {}, status: { allowed: false } },
  PersistentVolumeClaim: { spec: { resources: {} }, status: {} },
  PersistentVolume: { spec: {}, status: {} },
};

export function bookmarkObject(type: ResourceType, metadata: object): object {
  return {
    kind: type.kind,
    apiVersion: apiVersionOf(type),
    metadata,
    ...(type.custom ? {} : EMPTY[type.kind]),
  };
}

/** What a fresh object of a kind holds before anybody says anything. */
export function emptyObject(kind: string): Record<string, unknown> {
  return { metadata: {}, ...EMPTY[kind] };
}

/** The status with which the server stores a new object of a kind. */
export function emptyStatus(kind: string): object | undefined {
  return (EMPTY[kind] as { status?: object } | undefined)?.status;
}
