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

import type { KubeObject, KubeObjectInput } from '../../store/ObjectStore';
import { controllerReference, templateHash } from '../podFromTemplate';
import type { RolloutBounds } from './rollingUpdate';

const PREFIX = 'deployment.kubernetes.io';
const NOT_COPIED = [
  'kubectl.kubernetes.io/last-applied-configuration',
  `${PREFIX}/revision`,
  `${PREFIX}/revision-history`,
  `${PREFIX}/desired-replicas`,
  `${PREFIX}/max-replicas`,
];

export function revisionOf(object: KubeObject): number {
  return Number(object.metadata.annotations?.[`${PREFIX}/revision`] ?? 0);
}

/** The replicas that the deployment asked for when it last scaled this one. */
export function desiredReplicasOf(replicaSet: KubeObject): number {
  return Number(
    replicaSet.metadata.annotations?.[`${PREFIX}/desired-replicas`] ?? NaN,
  );
}

export function withRevision(
  deployment: KubeObject,
  revision: number,
): KubeObject {
  return withAnnotations(deployment, { [`${PREFIX}/revision`]: `${revision}` });
}

/** Notes the number that a ReplicaSet had before it was rolled back to. */
export function withHistory(replicaSet: KubeObject, old: number): KubeObject {
  const name = `${PREFIX}/revision-history`;
  const before = replicaSet.metadata.annotations?.[name];
  return withAnnotations(replicaSet, {
    [name]: before ? `${before},${old}` : String(old),
  });
}

/** What is noted on a deployment and on its newest ReplicaSet alike. */
export function copiedAnnotations(
  deployment: KubeObject,
): Record<string, string> {
  const { annotations = {} } = deployment.metadata;
  return Object.fromEntries(
    Object.entries(annotations).filter(([name]) => !NOT_COPIED.includes(name)),
  );
}

export function scalingAnnotations(bounds: RolloutBounds) {
  return {
    [`${PREFIX}/desired-replicas`]: String(bounds.replicas),
    [`${PREFIX}/max-replicas`]: String(bounds.maxTotal),
  };
}

export function withAnnotations(
  object: KubeObject,
  annotations: Record<string, string>,
): KubeObject {
  return {
    ...object,
    metadata: {
      ...object.metadata,
      annotations: { ...object.metadata.annotations, ...annotations },
    },
  };
}

/** The ReplicaSet that runs a deployment's present template. */
export function replicaSetFor(
  deployment: KubeObject,
  replicas: number,
  bounds: RolloutBounds,
  revision: number,
): KubeObjectInput {
  const { template, selector, minReadySeconds } = deployment.spec;
  const hash = templateHash(template);
  const labels = { ...template.metadata?.labels, 'pod-template-hash': hash };
  return {
    metadata: {
      name: `${deployment.metadata.name}-${hash}`,
      namespace: deployment.metadata.namespace,
      labels,
      annotations: {
        ...copiedAnnotations(deployment),
        ...scalingAnnotations(bounds),
        [`${PREFIX}/revision`]: String(revision),
      },
      ownerReferences: [controllerReference(deployment)],
    },
    spec: {
      replicas,
      ...(minReadySeconds && { minReadySeconds }),
      selector: {
        ...selector,
        matchLabels: { ...selector?.matchLabels, 'pod-template-hash': hash },
      },
      template: {
        ...template,
        metadata: { ...template.metadata, labels },
      },
    },
    status: { replicas: 0 },
  };
}
