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

import type { KubeObject, KubeObjectInput } from '../../store/KubeObject';
import type { ResourceType } from '../../store/ResourceType';
import type { ApiContext } from '../ApiContext';
import type { ApiRequest, Reply } from '../ApiExchange';
import { ApiError, badRequest, conflict } from '../ApiError';
import { pruneUnknown } from '../custom/pruneUnknown';
import { trackUpdate } from '../managed/managedFields';
import { objectReply, requireObject } from '../read/objectReply';
import { applyDefaults } from './defaults/applyDefaults';
import { readObject } from './readObject';
import { refuseImmutableChanges } from './validation/refuseImmutableChanges';
import { validateObject } from './validation/validateObject';
import { WriteOptions, writeOptions } from './WriteOptions';

export async function updateObject(
  context: ApiContext,
  type: ResourceType,
  request: ApiRequest,
): Promise<Reply> {
  const options = writeOptions(request);
  const input = await readObject(request, type);
  const { name, subresource } = request.info.resource ?? {};
  if (input.metadata.name !== name) {
    throw badRequest(
      `the name of the object (${input.metadata.name}) does not match the name on the URL (${name})`,
    );
  }
  const current = requireObject(context, type, request);
  const given = type.view ? type.view.store(input) : input;
  const object = storeUpdate(context, type, current, given, {
    ...options,
    subresource: subresource as 'status' | undefined,
  });
  return objectReply(context, type, request, object);
}

export interface StoreUpdateOptions extends WriteOptions {
  subresource?: 'status' | 'scale';
  /** The input carries its ownership already, from an apply. */
  owned?: boolean;
}

/** Everything between the new content of an object and the store. */
export function storeUpdate(
  context: ApiContext,
  type: ResourceType,
  current: KubeObject,
  input: KubeObjectInput,
  options: StoreUpdateOptions,
): KubeObject {
  const { store } = context;
  checkPreconditions(type, current, input);
  const stored = type.storedAs ?? type;
  const next = nextObject(type, current, input, options);
  if (options.subresource !== 'status') {
    refuseImmutableChanges(type, current, next);
  }
  const tracked = options.owned
    ? next
    : trackUpdate(current, next, {
        manager: options.fieldManager,
        subresource: options.subresource,
        time: store.timestamp(),
      });
  return options.dryRun
    ? store.prepareUpdate(stored, current, tracked)
    : store.update(stored, tracked);
}

function checkPreconditions(
  type: ResourceType,
  current: KubeObject,
  { metadata }: KubeObjectInput,
): void {
  const { name, uid, resourceVersion } = current.metadata;
  if (metadata.uid && metadata.uid !== uid) {
    throw new ApiError(
      409,
      'Conflict',
      `Operation cannot be fulfilled on ${type.plural} "${name}": StorageError: invalid object, Code: 4, Key: , ResourceVersion: 0, AdditionalErrorMsg: Precondition failed: UID in precondition: ${metadata.uid}, UID in object meta: ${uid}`,
      {
        name,
        ...(type.group && { group: type.group }),
        kind: type.plural,
      },
    );
  }
  const version = metadata.resourceVersion;
  if (version && version !== resourceVersion) throw conflict(type, name);
}

function nextObject(
  type: ResourceType,
  current: KubeObject,
  input: KubeObjectInput,
  { subresource, owned }: StoreUpdateOptions,
): KubeObject {
  const managedFields = owned
    ? input.metadata.managedFields
    : current.metadata.managedFields;
  if (subresource === 'status') {
    const metadata = { ...current.metadata, managedFields };
    return { ...current, metadata, status: input.status };
  }
  const pruned = type.custom ? pruneUnknown(type.schema, input) : input;
  const filled = applyDefaults(type, pruned);
  const { status, ...rest } = filled;
  const hasStatus = type.subresources.includes('status');
  const next = {
    ...rest,
    ...(hasStatus
      ? current.status !== undefined && { status: current.status }
      : status !== undefined && { status }),
    kind: current.kind,
    apiVersion: current.apiVersion,
    metadata: {
      ...filled.metadata,
      name: current.metadata.name,
      ...(current.metadata.namespace && {
        namespace: current.metadata.namespace,
      }),
      ...(current.metadata.generateName && {
        generateName: current.metadata.generateName,
      }),
      managedFields,
    },
  } as KubeObject;
  validateObject(type, next);
  return next;
}
