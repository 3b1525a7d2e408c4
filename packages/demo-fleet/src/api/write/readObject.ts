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

import { parse as parseYaml } from 'yaml';
import type { KubeObjectInput } from '../../store/KubeObject';
import { apiVersionOf } from '../../store/ResourceType';
import { badRequest, unsupportedMediaType } from '../ApiError';
import type { ApiRequest } from '../ApiExchange';
import { goJsonError } from '../goJsonError';
import { isObject } from '../patch/mergePatch';
import { PROTOBUF, readProtobuf } from '../protobuf/readProtobuf';
import { refuseUnknownFields } from './validation/refuseUnknownFields';

const YAML_TYPES = ['application/yaml', 'application/apply-patch+yaml'];

export function contentType(request: ApiRequest): string {
  const header = request.headers['content-type'] ?? 'application/json';
  return header.split(';')[0].trim().toLowerCase();
}

/** The body of a create or update, checked against the kind of the path. */
export async function readObject(
  request: ApiRequest,
  type: { group: string; version: string; kind: string },
): Promise<KubeObjectInput> {
  const media = contentType(request);
  const body = await request.body();
  const value =
    media === PROTOBUF
      ? readProtobuf(body)
      : parseText(body.toString(), media, type);
  checkKind(value, type);
  if (request.query.get('fieldValidation') === 'Strict') {
    refuseUnknownFields(value, type);
  }
  return value;
}

function parseText(text: string, media: string, type: { kind: string }): any {
  if (media !== 'application/json' && !YAML_TYPES.includes(media)) {
    throw unsupportedMediaType();
  }
  return parseObject(text, media, type);
}

export function parseObject(
  text: string,
  media: string,
  type: { kind: string },
): any {
  const unrecognized = (reason: string) =>
    badRequest(
      `the object provided is unrecognized (must be of type ${type.kind}): couldn't get version/kind; json parse error: ${reason} (${text.slice(
        0,
        100,
      )})`,
    );
  if (YAML_TYPES.includes(media)) {
    try {
      return parseYaml(text);
    } catch (error) {
      throw badRequest(`error decoding YAML: ${(error as Error).message}`);
    }
  }
  const reason = goJsonError(text);
  if (reason) throw unrecognized(reason);
  const value = JSON.parse(text);
  if (!isObject(value)) {
    throw unrecognized(
      'json: cannot unmarshal into Go value of type struct { APIVersion string; Kind string }',
    );
  }
  return value;
}

function checkKind(
  value: KubeObjectInput,
  type: { group: string; version: string; kind: string },
): void {
  const apiVersion = value.apiVersion ?? apiVersionOf(type);
  const kind = value.kind ?? type.kind;
  if (apiVersion !== apiVersionOf(type) || kind !== type.kind) {
    const name = apiVersion.includes('/')
      ? apiVersion.split('/')[1]
      : apiVersion;
    throw badRequest(
      `${kind} in version "${name}" cannot be handled as a ${type.kind}: the API version in the data (${apiVersion}) does not match the expected API version (${apiVersionOf(
        type,
      )})`,
    );
  }
  value.metadata ??= {};
  if (!isObject(value.metadata)) {
    throw badRequest(
      `${type.kind} in version "${type.version}" cannot be handled as a ${type.kind}: json: cannot unmarshal ${typeof value.metadata} into Go struct field ${type.kind}.metadata of type v1.ObjectMeta`,
    );
  }
}
