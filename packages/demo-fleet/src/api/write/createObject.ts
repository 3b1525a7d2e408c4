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
import { admitObject } from '../../admission/admitObject';
import {
  apiVersionOf,
  qualifiedPlural,
  ResourceType,
} from '../../store/ResourceType';
import { ApiContext } from '../ApiContext';
import type { ApiRequest, Reply } from '../ApiExchange';
import { alreadyExists, ApiError, badRequest, notFound } from '../ApiError';
import { pruneUnknown } from '../custom/pruneUnknown';
import { trackUpdate } from '../managed/managedFields';
import { objectReply } from '../read/objectReply';
import { emptyStatus } from '../watch/bookmarkObject';
import { allocateService } from './allocateService';
import { applyDefaults } from './defaults/applyDefaults';
import { qosClass } from './defaults/podDefaults';
import { readObject } from './readObject';
import { validateObject } from './validation/validateObject';
import { WriteOptions, writeOptions } from './WriteOptions';

export async function createObject(
  context: ApiContext,
  type: ResourceType,
  request: ApiRequest,
): Promise<Reply> {
  const options = writeOptions(request);
  const input = await readObject(request, type);
  const namespace = request.info.resource?.namespace;
  checkNamespace(input, namespace);
  if (input.metadata.resourceVersion) {
    throw badRequest(
      'resourceVersion should not be set on objects to be created',
    );
  }
  const object = storeNew(context, type, input, namespace, options);
  return objectReply(context, type, request, object, 201);
}

export interface StoreNewOptions extends WriteOptions {
  /** Ownership that was worked out already, by an apply. */
  managedFields?: any[];
}

/** Everything between a new object's body and the store. */
export function storeNew(
  context: ApiContext,
  type: ResourceType,
  input: KubeObjectInput,
  namespace: string | undefined,
  options: StoreNewOptions,
): KubeObject {
  const { store } = context;
  requireNamespace(context, type, namespace);
  const given = type.view ? type.view.store(input) : input;
  const named = nameObject(context, type, given, namespace);
  const filled = applyDefaults(
    type,
    type.custom ? pruneUnknown(type.schema, named) : named,
  );
  const defaulted: KubeObjectInput = {
    ...filled,
    metadata: { ...named.metadata, ...filled.metadata },
  };
  validateObject(type, defaulted);
  const admission = admitObject(store, defaulted);
  if (admission.refusal) {
    const { name = '' } = defaulted.metadata;
    throw new ApiError(
      403,
      'Forbidden',
      `${qualifiedPlural(type)} "${name}" is forbidden: ${admission.refusal}`,
      { name, ...(type.group && { group: type.group }), kind: type.plural },
    );
  }
  const complete = completeObject(context, type, admission.object);
  const stored = type.storedAs ?? type;
  if (store.get(type, namespace, complete.metadata.name ?? '')) {
    throw alreadyExists(type, complete.metadata.name ?? '');
  }
  const prepared = store.prepareCreate(stored, complete);
  const tracked = options.managedFields
    ? {
        ...prepared,
        metadata: {
          ...prepared.metadata,
          managedFields: options.managedFields,
        },
      }
    : trackUpdate(undefined, prepared, {
        manager: options.fieldManager,
        time: store.timestamp(),
      });
  if (!options.dryRun) return store.create(stored, tracked);
  const { resourceVersion, ...metadata } = tracked.metadata;
  return { ...tracked, metadata: metadata as KubeObject['metadata'] };
}

function checkNamespace(
  { metadata }: KubeObjectInput,
  namespace: string | undefined,
): void {
  if (metadata.namespace && metadata.namespace !== namespace) {
    throw badRequest(
      'the namespace of the provided object does not match the namespace sent on the request',
    );
  }
}

function requireNamespace(
  { store }: ApiContext,
  type: ResourceType,
  name: string | undefined,
): void {
  if (!type.namespaced) return;
  if (!name) {
    throw badRequest('an empty namespace may not be set during creation');
  }
  const namespaces = store.types.require('v1', 'Namespace');
  const namespace = store.get(namespaces, undefined, name);
  if (!namespace) throw notFound(namespaces, name);
  if (namespace.metadata.deletionTimestamp) {
    throw new ApiError(
      403,
      'Forbidden',
      `${type.plural} is forbidden: unable to create new content in namespace ${name} because it is being terminated`,
      { kind: type.plural },
    );
  }
}

/** Only what a client may say about a new object; the store adds the rest. */
function nameObject(
  { store }: ApiContext,
  type: ResourceType,
  input: KubeObjectInput,
  namespace: string | undefined,
): KubeObjectInput {
  const { name, generateName, labels, annotations } = input.metadata;
  const { ownerReferences, finalizers } = input.metadata;
  return {
    ...input,
    kind: type.kind,
    apiVersion: apiVersionOf(type),
    metadata: {
      name: name || (generateName && store.generateName(generateName)),
      ...(generateName && { generateName }),
      ...(type.namespaced && { namespace }),
      ...(labels && { labels }),
      ...(annotations && { annotations }),
      ...(ownerReferences && { ownerReferences }),
      ...(finalizers && { finalizers }),
    },
  };
}

/** Status and fields that the server decides, not the client. */
function completeObject(
  context: ApiContext,
  type: ResourceType,
  object: KubeObjectInput,
): KubeObjectInput {
  const { status, ...rest } = object;
  if (!type.subresources.includes('status') || type.kind === 'Node') {
    return object;
  }
  if (type.custom) return rest;
  switch (type.kind) {
    case 'Pod':
      return {
        ...rest,
        status: { phase: 'Pending', qosClass: qosClass(object.spec) },
      };
    case 'Namespace':
      return { ...rest, status: { phase: 'Active' } };
    case 'PersistentVolume':
    case 'PersistentVolumeClaim':
      return { ...rest, status: { phase: 'Pending' } };
    case 'Service':
      return {
        ...rest,
        spec: allocateService(context.store, object),
        status: { loadBalancer: {} },
      };
    case 'Job':
      return {
        ...withJobSelector(context, rest as KubeObjectInput),
        status: {},
      };
    default:
      return { ...rest, status: emptyStatus(type.kind) ?? {} };
  }
}

/** A job selects its pods by its own uid. */
function withJobSelector(
  { store }: ApiContext,
  job: KubeObjectInput,
): KubeObjectInput {
  if (job.spec?.manualSelector) return job;
  const uid = store.newUid();
  const key = 'batch.kubernetes.io/controller-uid';
  const labels = {
    ...job.spec?.template?.metadata?.labels,
    [key]: uid,
    'batch.kubernetes.io/job-name': job.metadata.name,
    'controller-uid': uid,
    'job-name': job.metadata.name,
  };
  return {
    ...job,
    metadata: { ...job.metadata, uid },
    spec: {
      ...job.spec,
      selector: { matchLabels: { [key]: uid } },
      template: {
        ...job.spec?.template,
        metadata: { ...job.spec?.template?.metadata, labels },
      },
    },
  };
}
