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

import { Pod } from './PodObject';

const TEMPLATE_HASH = 'pod-template-hash';

/**
 * The workload that a pod belongs to: its controller, or the Deployment that made the ReplicaSet which is its controller.
 *
 * @remarks
 *
 * A Deployment names its ReplicaSets after itself and the hash of the template, and labels their pods with that hash.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#pod-template-hash-label
 */
export function podWorkload(pod: Pod): { kind: string; name: string } {
  const owner = podOwner(pod);
  const kind = owner?.kind ?? '';
  const name = owner?.name ?? '';
  const hash = pod.metadata.labels?.[TEMPLATE_HASH];
  return kind === 'ReplicaSet' && hash && name.endsWith(`-${hash}`)
    ? { kind: 'Deployment', name: name.slice(0, -hash.length - 1) }
    : { kind, name };
}

/** The controller of a pod, else the first of its owners. */
export function podOwner(pod: Pod) {
  const owners = pod.metadata.ownerReferences;
  return owners?.find(reference => reference.controller) ?? owners?.[0];
}
