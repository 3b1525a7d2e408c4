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
import { badRequest, invalid, methodNotAllowed } from '../ApiError';
import { formatLabelSelector } from '../selectors/labelSelector';
import { readJsonPath } from '../table/customCells';
import { requireObject } from '../read/objectReply';
import { readPatch } from './patchObject';
import { readObject } from './readObject';
import { storeUpdate } from './updateObject';
import { writeOptions } from './WriteOptions';

const SCALE = { group: 'autoscaling', version: 'v1', kind: 'Scale' };

const PATHS = {
  specReplicasPath: '.spec.replicas',
  statusReplicasPath: '.status.replicas',
};

/** The number of replicas of a workload, read and written as autoscaling/v1 Scale. */
export async function answerScale(
  context: ApiContext,
  type: ResourceType,
  verb: string,
  request: ApiRequest,
): Promise<Reply> {
  const current = requireObject(context, type, request);
  const live = scaleOf(type, current);
  if (verb === 'get') return jsonReply(200, live);
  const wanted = await wantedScale(type, verb, request, live);
  const replicas = wanted.spec?.replicas ?? 0;
  if (wanted.metadata?.name !== current.metadata.name) {
    throw badRequest(
      `the name of the object (${wanted.metadata?.name}) does not match the name on the URL (${current.metadata.name})`,
    );
  }
  if (!Number.isInteger(replicas) || replicas < 0) {
    throw invalid(SCALE, current.metadata.name, [
      {
        reason: 'FieldValueInvalid',
        message: `Invalid value: ${replicas}: must be greater than or equal to 0`,
        field: 'spec.replicas',
      },
    ]);
  }
  const next = setAt(current, specPath(type), replicas) as KubeObject;
  const { uid, resourceVersion } = wanted.metadata;
  const updated = storeUpdate(
    context,
    type,
    current,
    {
      ...next,
      metadata: { ...next.metadata, uid, resourceVersion },
    },
    { ...writeOptions(request), subresource: 'scale' },
  );
  return jsonReply(200, scaleOf(type, updated));
}

async function wantedScale(
  type: ResourceType,
  verb: string,
  request: ApiRequest,
  live: any,
): Promise<any> {
  if (verb === 'update') return readObject(request, SCALE);
  if (verb !== 'patch') throw methodNotAllowed();
  const change = await readPatch(request, { ...type, custom: false });
  return change(live);
}

function specPath(type: ResourceType): string[] {
  const { specReplicasPath } = type.scale ?? PATHS;
  return specReplicasPath.split('.').filter(Boolean);
}

function setAt(value: any, [step, ...rest]: string[], replicas: number): any {
  const inner = rest.length ? setAt(value?.[step], rest, replicas) : replicas;
  return { ...value, [step]: inner };
}

function selectorOf(
  type: ResourceType,
  object: KubeObject,
): string | undefined {
  if (type.custom) {
    const path = type.scale?.labelSelectorPath;
    return path && (readJsonPath(object, path) as string | undefined);
  }
  const { selector } = object.spec ?? {};
  return formatLabelSelector(
    type.kind === 'ReplicationController'
      ? { matchLabels: selector }
      : selector,
  );
}

function scaleOf(type: ResourceType, object: KubeObject): object {
  const { name, namespace, uid, resourceVersion, creationTimestamp } =
    object.metadata;
  const paths = type.scale ?? PATHS;
  const wanted = readJsonPath(object, paths.specReplicasPath);
  const actual = readJsonPath(object, paths.statusReplicasPath) ?? 0;
  const selector = selectorOf(type, object);
  return {
    kind: 'Scale',
    apiVersion: 'autoscaling/v1',
    metadata: { name, namespace, uid, resourceVersion, creationTimestamp },
    spec: wanted ? { replicas: wanted } : {},
    status: { replicas: actual, ...(selector && { selector }) },
  };
}
