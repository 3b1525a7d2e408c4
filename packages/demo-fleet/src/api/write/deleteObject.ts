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
import { isReleased } from '../../store/deletionRules';
import { apiVersionOf, ResourceType } from '../../store/ResourceType';
import { ApiContext, viewOf } from '../ApiContext';
import { ApiRequest, jsonReply, Reply } from '../ApiExchange';
import { ApiError, badRequest, invalid, StatusCause } from '../ApiError';
import { objectReply, requireObject } from '../read/objectReply';
import { PROTOBUF, readProtobuf } from '../protobuf/readProtobuf';
import { Selection } from '../read/Selection';
import { contentType } from './readObject';
import { isDryRun } from './WriteOptions';

const FOREGROUND = 'foregroundDeletion';
const ORPHAN = 'orphan';

/** Kinds whose deletion answers with the object rather than with a Status. */
const RETURN_OBJECT = [
  'Pod',
  'PersistentVolume',
  'PersistentVolumeClaim',
  'ResourceQuota',
  'Service',
  'ServiceAccount',
];

interface DeleteRequest {
  gracePeriodSeconds?: number;
  addFinalizers: string[];
  dryRun: boolean;
  preconditions: { uid?: string; resourceVersion?: string };
}

export async function deleteObject(
  context: ApiContext,
  type: ResourceType,
  request: ApiRequest,
): Promise<Reply> {
  const options = await readOptions(request);
  const current = requireObject(context, type, request);
  checkPreconditions(type, current, options.preconditions);
  const deleted = remove(context, type, current, options);
  const isGone = isReleased(deleted);
  if (!isGone || (!type.group && RETURN_OBJECT.includes(type.kind))) {
    return objectReply(context, type, request, deleted);
  }
  const { name, uid } = current.metadata;
  return jsonReply(200, {
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Success',
    details: {
      name,
      ...(type.group && { group: type.group }),
      kind: type.plural,
      uid,
    },
  });
}

export async function deleteCollection(
  context: ApiContext,
  type: ResourceType,
  request: ApiRequest,
): Promise<Reply> {
  const options = await readOptions(request);
  const { store } = context;
  const selection = Selection.fromQuery(
    type,
    request.info.resource?.namespace,
    request.query,
  );
  const objects = store.list(type).filter(object => selection.matches(object));
  const items = objects.map(object => {
    checkPreconditions(type, object, options.preconditions);
    return viewOf(type, remove(context, type, object, options));
  });
  return jsonReply(200, {
    kind: type.listKind,
    apiVersion: apiVersionOf(type),
    metadata: { resourceVersion: store.resourceVersion },
    items,
  });
}

function remove(
  { store }: ApiContext,
  type: ResourceType,
  object: KubeObject,
  options: DeleteRequest,
): KubeObject {
  const stored = type.storedAs ?? type;
  if (options.dryRun) return store.prepareDelete(stored, object, options);
  const { namespace, name } = object.metadata;
  return store.delete(stored, namespace, name, options) ?? object;
}

async function readOptions(request: ApiRequest): Promise<DeleteRequest> {
  const { query } = request;
  const body = parseOptions(await request.body(), contentType(request));
  const grace = body.gracePeriodSeconds ?? query.get('gracePeriodSeconds');
  const policy = body.propagationPolicy ?? query.get('propagationPolicy');
  const orphan = body.orphanDependents ?? query.get('orphanDependents');
  checkPropagation(policy, orphan);
  const finalizers: string[] = [];
  if (policy === 'Foreground') finalizers.push(FOREGROUND);
  if (policy === 'Orphan' || String(orphan) === 'true') finalizers.push(ORPHAN);
  return {
    // The server reads what is below zero as one second.
    ...(grace !== null && {
      gracePeriodSeconds: Number(grace) < 0 ? 1 : Number(grace),
    }),
    addFinalizers: finalizers,
    dryRun: isDryRun([...(body.dryRun ?? []), ...query.getAll('dryRun')]),
    preconditions: body.preconditions ?? {},
  };
}

const POLICIES = ['Foreground', 'Background', 'Orphan'];

function checkPropagation(policy: string | null, orphan: unknown): void {
  if (policy === null) return;
  const causes: StatusCause[] = [];
  const value = JSON.stringify(policy);
  if (orphan !== null) {
    causes.push({
      reason: 'FieldValueInvalid',
      message: `Invalid value: ${value}: orphanDependents and deletionPropagation cannot be both set`,
      field: 'propagationPolicy',
    });
  }
  if (!POLICIES.includes(policy)) {
    causes.push({
      reason: 'FieldValueNotSupported',
      message: `Unsupported value: ${value}: supported values: "Foreground", "Background", "Orphan", "nil"`,
      field: 'propagationPolicy',
    });
  }
  if (causes.length === 0) return;
  throw invalid({ kind: 'DeleteOptions', group: 'meta.k8s.io' }, '', causes);
}

function parseOptions(body: Buffer, media: string): any {
  if (body.length === 0) return {};
  if (media === PROTOBUF) return readProtobuf(body);
  try {
    return JSON.parse(body.toString());
  } catch (error) {
    throw badRequest(`couldn't get version/kind; json parse error: ${error}`);
  }
}

export function checkPreconditions(
  type: ResourceType,
  { metadata }: KubeObject,
  wanted: { uid?: string; resourceVersion?: string },
): void {
  const refuse = (what: string, expected: string, actual: string) => {
    const { name } = metadata;
    return new ApiError(
      409,
      'Conflict',
      `Operation cannot be fulfilled on ${type.kind} "${name}": the ${what} in the precondition (${expected}) does not match the ${what} in record (${actual}). The object might have been ${
        what === 'UID' ? 'deleted and then recreated' : 'modified'
      }`,
      { name, ...(type.group && { group: type.group }), kind: type.kind },
    );
  };
  if (wanted.uid && wanted.uid !== metadata.uid) {
    throw refuse('UID', wanted.uid, metadata.uid);
  }
  const { resourceVersion } = wanted;
  if (resourceVersion && resourceVersion !== metadata.resourceVersion) {
    throw refuse('ResourceVersion', resourceVersion, metadata.resourceVersion);
  }
}
