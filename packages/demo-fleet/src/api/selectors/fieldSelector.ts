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

import type { KubeObject } from '../../store/KubeObject';
import type { ResourceType } from '../../store/ResourceType';
import { badRequest } from '../ApiError';

export type FieldPredicate = (object: KubeObject) => boolean;
type Read = (object: KubeObject) => unknown;

const METADATA: Record<string, Read> = {
  'metadata.name': object => object.metadata.name,
  'metadata.namespace': object => object.metadata.namespace,
};

const INVOLVED = [
  'kind',
  'namespace',
  'name',
  'uid',
  'apiVersion',
  'resourceVersion',
  'fieldPath',
];

function involved(prefix: string): Record<string, Read> {
  return Object.fromEntries(
    INVOLVED.map(field => [
      `${prefix}.${field}`,
      (object: KubeObject) => object.involvedObject?.[field],
    ]),
  );
}

const source: Read = object =>
  object.source?.component || object.reportingComponent;

const FIELDS: Record<string, Record<string, Read>> = {
  'Pod.': {
    'spec.nodeName': object => object.spec?.nodeName,
    'spec.restartPolicy': object => object.spec?.restartPolicy,
    'spec.schedulerName': object => object.spec?.schedulerName,
    'spec.serviceAccountName': object => object.spec?.serviceAccountName,
    'spec.hostNetwork': object => object.spec?.hostNetwork ?? false,
    'status.phase': object => object.status?.phase,
    'status.podIP': object => object.status?.podIP,
    'status.podIPs': object => object.status?.podIP,
    'status.nominatedNodeName': object => object.status?.nominatedNodeName,
  },
  'Node.': {
    'spec.unschedulable': object => object.spec?.unschedulable ?? false,
  },
  'Namespace.': {
    name: object => object.metadata.name,
    'status.phase': object => object.status?.phase,
  },
  'Secret.': { type: object => object.type },
  'Service.': {
    'spec.clusterIP': object => object.spec?.clusterIP,
    'spec.type': object => object.spec?.type,
  },
  'ReplicationController.': {
    'status.replicas': object => object.status?.replicas ?? 0,
  },
  'ReplicaSet.apps': {
    'status.replicas': object => object.status?.replicas ?? 0,
  },
  'Job.batch': {
    'status.successful': object => object.status?.succeeded ?? 0,
  },
  'Event.': {
    ...involved('involvedObject'),
    reason: object => object.reason,
    reportingComponent: object => object.reportingComponent,
    source,
    type: object => object.type,
  },
  'Event.events.k8s.io': {
    ...involved('regarding'),
    reason: object => object.reason,
    reportingController: object => object.reportingComponent,
    type: object => object.type,
  },
};

/** Reads `status.phase=Running,spec.nodeName!=a`, for the fields of the kind. */
export function parseFieldSelector(
  text: string,
  type: ResourceType,
): FieldPredicate {
  const known = FIELDS[`${type.kind}.${type.group}`] ?? {};
  const predicates = text
    .split(',')
    .filter(Boolean)
    .map((clause): FieldPredicate => {
      const match = /^(.*?)(==|!=|=)(.*)$/.exec(clause);
      if (!match) {
        throw badRequest(
          `invalid selector: '${text}'; can't understand '${clause}'`,
        );
      }
      const [, field, operator, value] = match;
      const read = METADATA[field] ?? known[field];
      if (!read) throw badRequest(`field label not supported: ${field}`);
      const wanted = value.replace(/\\([,=\\])/g, '$1');
      return object => {
        const same = String(read(object) ?? '') === wanted;
        return operator === '!=' ? !same : same;
      };
    });
  return object => predicates.every(matches => matches(object));
}
