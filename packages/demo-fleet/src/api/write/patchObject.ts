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

import { applyPatch, JsonPatchError, Operation } from 'fast-json-patch';
import type { KubeObject, KubeObjectInput } from '../../store/KubeObject';
import { apiVersionOf, ResourceType } from '../../store/ResourceType';
import { ApiContext, viewOf } from '../ApiContext';
import type { ApiRequest, Reply } from '../ApiExchange';
import {
  ApiError,
  badRequest,
  invalid,
  notFound,
  unsupportedMediaType,
} from '../ApiError';
import { serverSideApply } from '../managed/serverSideApply';
import { mergePatch } from '../patch/mergePatch';
import { strategicMergePatch } from '../patch/strategicMergePatch';
import { objectReply, requireObject } from '../read/objectReply';
import { isTrue } from '../RequestInfo';
import { storeNew } from './createObject';
import { contentType, parseObject } from './readObject';
import { storeUpdate } from './updateObject';
import { writeOptions } from './WriteOptions';

const APPLY = ['application/apply-patch+yaml', 'application/apply-patch+json'];

export async function patchObject(
  context: ApiContext,
  type: ResourceType,
  request: ApiRequest,
): Promise<Reply> {
  const subresource = request.info.resource?.subresource as
    'status' | undefined;
  if (APPLY.includes(contentType(request))) {
    return applyObject(context, type, request, subresource);
  }
  const options = writeOptions(request);
  const change = await readPatch(request, type);
  const current = requireObject(context, type, request);
  const patched = change(viewOf(type, current)) as KubeObjectInput;
  const given = type.view ? type.view.store(patched) : patched;
  const object = storeUpdate(context, type, current, given, {
    ...options,
    subresource,
  });
  return objectReply(context, type, request, object);
}

/** The patch in a request's body, as a change of any value. */
export async function readPatch(
  request: ApiRequest,
  type: ResourceType,
): Promise<(value: any) => any> {
  const media = contentType(request);
  const text = (await request.body()).toString();
  switch (media) {
    case 'application/json-patch+json': {
      const operations = parsePatch(text) as Operation[];
      return value => jsonPatch(value, operations);
    }
    case 'application/merge-patch+json': {
      const patch = parsePatch(text);
      return value => mergePatch(value, patch);
    }
    case 'application/strategic-merge-patch+json': {
      if (type.custom) {
        throw new ApiError(
          415,
          'UnsupportedMediaType',
          'the body of the request was in an unknown format - accepted media types include: application/json-patch+json, application/merge-patch+json, application/apply-patch+yaml',
          {},
        );
      }
      const patch = parsePatch(text);
      return value => strategicMergePatch(value, patch);
    }
    default:
      throw unsupportedMediaType();
  }
}

function parsePatch(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw badRequest(`error decoding patch: ${(error as Error).message}`);
  }
}

function jsonPatch(value: any, operations: Operation[]): any {
  try {
    const copy = structuredClone(value);
    return applyPatch(copy, operations, true).newDocument;
  } catch (error) {
    if (!(error instanceof JsonPatchError) && !(error instanceof TypeError)) {
      throw error;
    }
    throw new ApiError(
      422,
      'Invalid',
      'the server rejected our request due to an error in our request',
      {},
    );
  }
}

async function applyObject(
  context: ApiContext,
  type: ResourceType,
  request: ApiRequest,
  subresource: 'status' | undefined,
): Promise<Reply> {
  const { query, info } = request;
  const { namespace, name = '' } = info.resource ?? {};
  const manager = query.get('fieldManager');
  if (!manager) {
    throw invalid({ kind: 'PatchOptions', group: 'meta.k8s.io' }, '', [
      {
        reason: 'FieldValueRequired',
        message: 'Required value: is required for apply patch',
        field: 'fieldManager',
      },
    ]);
  }
  const text = (await request.body()).toString();
  const parsed = parseObject(text, APPLY[0], type);
  const config = { ...parsed, metadata: { ...parsed?.metadata } };
  const options = writeOptions(request);
  const applyOptions = {
    manager,
    force: isTrue(query.get('force')),
    time: context.store.timestamp(),
    subresource,
  };
  const current = context.store.get(type, namespace, name);
  if (!current) {
    if (subresource) throw notFound(type, name);
    const { metadata } = serverSideApply(
      blank(type, name),
      config,
      applyOptions,
    );
    const created = storeNew(
      context,
      type,
      { ...config, metadata: { ...config.metadata, name } },
      namespace,
      { ...options, managedFields: metadata.managedFields },
    );
    return objectReply(context, type, request, created, 201);
  }
  const applied = serverSideApply(current, config, applyOptions);
  const object = storeUpdate(context, type, current, applied, {
    ...options,
    subresource,
    owned: true,
  });
  return objectReply(context, type, request, object);
}

function blank(type: ResourceType, name: string): KubeObject {
  return {
    kind: type.kind,
    apiVersion: apiVersionOf(type),
    metadata: { name, uid: '', resourceVersion: '', creationTimestamp: '' },
  };
}
