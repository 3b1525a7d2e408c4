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

import type { Field, Type } from 'protobufjs';
import { badRequest } from '../../ApiError';
import { isObject } from '../../patch/mergePatch';
import { INLINED, isWrittenApart } from '../../protobuf/messageToJson';
import { kindMessage } from '../../protobuf/messageTypes';

interface Kind {
  group: string;
  version: string;
  kind: string;
}

/**
 * Refuses a builtin object with fields that its kind does not have, as clients
 * ask for with `fieldValidation=Strict`.
 */
export function refuseUnknownFields(value: object, kind: Kind): void {
  const type = kindMessage(kind);
  if (!type) return;
  const { apiVersion, kind: _, ...fields } = value as Record<string, unknown>;
  const unknown = unknownFields(fields, type, '').map(
    path => `unknown field "${path}"`,
  );
  if (unknown.length === 0) return;
  throw badRequest(
    `${kind.kind} in version "${kind.version}" cannot be handled as a ${
      kind.kind
    }: strict decoding error: ${unknown.join(', ')}`,
  );
}

function unknownFields(value: object, type: Type, path: string): string[] {
  if (isWrittenApart(type)) return [];
  const fields = fieldsOf(type);
  return Object.entries(value).flatMap(([name, child]) => {
    const at = path ? `${path}.${name}` : name;
    const field = fields.get(name);
    return field ? unknownIn(child, field, at) : [at];
  });
}

function unknownIn(value: unknown, field: Field, path: string): string[] {
  const part = field.resolvedType as Type | null;
  if (!part) return [];
  if (field.repeated && Array.isArray(value)) {
    return value.flatMap((each, index) =>
      isObject(each) ? unknownFields(each, part, `${path}[${index}]`) : [],
    );
  }
  if (!isObject(value)) return [];
  if (!field.map) return unknownFields(value, part, path);
  return Object.entries(value).flatMap(([key, each]) =>
    isObject(each) ? unknownFields(each, part, `${path}.${key}`) : [],
  );
}

/** The fields of a message by their names in JSON. */
function fieldsOf(type: Type): Map<string, Field> {
  return new Map(
    type.fieldsArray.flatMap(field =>
      INLINED.has(field.name) && field.resolvedType
        ? [...fieldsOf(field.resolvedType as Type)]
        : [[field.name, field] as const],
    ),
  );
}
