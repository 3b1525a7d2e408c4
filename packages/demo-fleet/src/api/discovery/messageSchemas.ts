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
import { INLINED } from '../protobuf/messageToJson';
import { kindMessage } from '../protobuf/messageTypes';

interface Kind {
  group: string;
  version: string;
  kind: string;
}

type Schema = Record<string, any>;

const SCALARS: Record<string, Schema> = {
  bool: { type: 'boolean' },
  bytes: { type: 'string', format: 'byte' },
  double: { type: 'number', format: 'double' },
  int32: { type: 'integer', format: 'int32' },
  int64: { type: 'integer', format: 'int64' },
  string: { type: 'string' },
};

/** Messages that JSON writes in a form of their own. */
const FORMS: Record<string, Schema> = {
  ExtraValue: { type: 'array', items: { type: 'string' } },
  FieldsV1: { type: 'object' },
  IntOrString: { type: 'string', format: 'int-or-string' },
  MicroTime: { type: 'string', format: 'date-time' },
  Quantity: { type: 'string' },
  RawExtension: { type: 'object' },
  Time: { type: 'string', format: 'date-time' },
};

/** The name that OpenAPI documents of Kubernetes give a message. */
function schemaName(message: Type): string {
  return message.fullName.replace(/^\.k8s\.io\./, 'io.k8s.');
}

/** The schema of a builtin kind, and those of all that it is made of. */
export function messageSchemas(kind: Kind): Record<string, Schema> {
  const root = kindMessage(kind);
  if (!root) return {};
  const schemas: Record<string, Schema> = {};
  const pending = [root];
  for (let type = pending.pop(); type; type = pending.pop()) {
    const name = schemaName(type);
    if (!schemas[name])
      schemas[name] = schemaOf(type, each => pending.push(each));
  }
  const schema = schemas[schemaName(root)];
  schema.properties = {
    apiVersion: SCALARS.string,
    kind: SCALARS.string,
    ...schema.properties,
  };
  schema['x-kubernetes-group-version-kind'] = [
    { group: kind.group, version: kind.version, kind: kind.kind },
  ];
  return schemas;
}

function schemaOf(type: Type, onUse: (type: Type) => void): Schema {
  if (FORMS[type.name]) return FORMS[type.name];
  const properties: Record<string, Schema> = {};
  for (const field of type.fieldsArray) {
    const part = field.resolvedType as Type | null;
    if (part && INLINED.has(field.name)) {
      Object.assign(properties, schemaOf(part, onUse).properties);
    } else {
      properties[field.name] = fieldSchema(field, onUse);
    }
  }
  return { type: 'object', properties };
}

function fieldSchema(field: Field, onUse: (type: Type) => void): Schema {
  const part = field.resolvedType as Type | null;
  if (part) onUse(part);
  const value = part
    ? { $ref: `#/components/schemas/${schemaName(part)}` }
    : SCALARS[field.type];
  if (field.map) return { type: 'object', additionalProperties: value };
  return field.repeated ? { type: 'array', items: value } : value;
}
