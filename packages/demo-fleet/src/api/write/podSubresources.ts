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
import type { ApiContext } from '../ApiContext';
import { ApiRequest, jsonReply, Reply } from '../ApiExchange';
import { ApiError } from '../ApiError';
import { requireObject } from '../read/objectReply';
import { labelSelectorPredicate } from '../selectors/labelSelector';
import { checkPreconditions } from './deleteObject';
import { readObject } from './readObject';
import { isDryRun, writeOptions } from './WriteOptions';

const EVICTION = { group: 'policy', version: 'v1', kind: 'Eviction' };
const BINDING = { group: '', version: 'v1', kind: 'Binding' };

const SUCCESS = {
  kind: 'Status',
  apiVersion: 'v1',
  metadata: {},
  status: 'Success',
  code: 201,
};

/** Deletes a pod, if its disruption budget allows. */
export async function evictPod(
  context: ApiContext,
  type: ResourceType,
  request: ApiRequest,
): Promise<Reply> {
  const { store } = context;
  const pod = requireObject(context, type, request);
  const { deleteOptions = {} } = await readObject(request, EVICTION);
  checkPreconditions(type, pod, deleteOptions.preconditions ?? {});
  const dryRun =
    isDryRun(deleteOptions.dryRun ?? []) || writeOptions(request).dryRun;
  const budget = findBudget(context, pod);
  if (budget && countsAsHealthy(pod)) takeDisruption(context, budget, dryRun);
  if (!dryRun) {
    store.delete(type, pod.metadata.namespace, pod.metadata.name, {
      gracePeriodSeconds: deleteOptions.gracePeriodSeconds,
    });
  }
  return jsonReply(201, SUCCESS);
}

function findBudget(
  { store }: ApiContext,
  pod: KubeObject,
): KubeObject | undefined {
  const type = store.types.require('policy/v1', 'PodDisruptionBudget');
  const budgets = store
    .list(type, pod.metadata.namespace)
    .filter(each =>
      labelSelectorPredicate(each.spec?.selector)(pod.metadata.labels),
    );
  if (budgets.length > 1) {
    throw new ApiError(
      500,
      undefined,
      'This pod has more than one PodDisruptionBudget, which the eviction subresource does not support.',
    );
  }
  return budgets[0];
}

function countsAsHealthy(pod: KubeObject): boolean {
  return (
    !pod.metadata.deletionTimestamp &&
    pod.status?.conditions?.some(
      (each: any) => each.type === 'Ready' && each.status === 'True',
    )
  );
}

function takeDisruption(
  { store }: ApiContext,
  budget: KubeObject,
  dryRun: boolean,
): void {
  const { status = {}, metadata } = budget;
  const allowed = status.disruptionsAllowed ?? 0;
  if (allowed <= 0) {
    throw new ApiError(
      429,
      'TooManyRequests',
      "Cannot evict pod as it would violate the pod's disruption budget.",
      {
        causes: [
          {
            reason: 'DisruptionBudget',
            message: `The disruption budget ${metadata.name} needs ${
              status.desiredHealthy ?? 0
            } healthy pods and has ${status.currentHealthy ?? 0} currently`,
          },
        ],
      },
    );
  }
  if (dryRun) return;
  const type = store.types.require('policy/v1', 'PodDisruptionBudget');
  store.update(
    type,
    { ...budget, status: { ...status, disruptionsAllowed: allowed - 1 } },
    { subresource: 'status' },
  );
}

/** Places a pod on a node. */
export async function bindPod(
  context: ApiContext,
  type: ResourceType,
  request: ApiRequest,
): Promise<Reply> {
  const pod = requireObject(context, type, request);
  const { target } = await readObject(request, BINDING);
  if (pod.spec?.nodeName) {
    throw new ApiError(
      409,
      'Conflict',
      `Operation cannot be fulfilled on pods/binding "${pod.metadata.name}": pod ${pod.metadata.name} is already assigned to node "${pod.spec.nodeName}"`,
      { name: pod.metadata.name, kind: 'pods/binding' },
    );
  }
  if (!writeOptions(request).dryRun) {
    context.store.update(
      type,
      { ...pod, spec: { ...pod.spec, nodeName: target?.name } },
      { subresource: 'binding' },
    );
  }
  return jsonReply(201, SUCCESS);
}

/** Lets go of a namespace, by the finalizers of its spec. */
export async function finalizeNamespace(
  context: ApiContext,
  type: ResourceType,
  request: ApiRequest,
): Promise<Reply> {
  const namespace = requireObject(context, type, request);
  const { spec } = await readObject(request, type);
  const next = {
    ...namespace,
    spec: { ...namespace.spec, finalizers: spec?.finalizers },
  };
  return jsonReply(200, context.store.update(type, next));
}
