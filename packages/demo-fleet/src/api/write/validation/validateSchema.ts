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

import type { StatusCause } from '../../ApiError';
import { isObject } from '../../patch/mergePatch';

const SERVER_FIELDS = ['apiVersion', 'kind', 'metadata'];

/** The rules of a custom resource's schema that objects break. */
export function validateSchema(
  schema: any,
  value: any,
  path: string,
): StatusCause[] {
  if (!schema || value === undefined) return [];
  if (schema['x-kubernetes-int-or-string']) return [];
  if (value === null && schema.nullable) return [];
  const wrongType = schema.type && !hasType(value, schema.type);
  if (wrongType) {
    return [
      {
        reason: 'FieldValueTypeInvalid',
        message: `Invalid value: "${typeName(value)}": ${
          path || '<nil>'
        } in body must be of type ${schema.type}: "${typeName(value)}"`,
        field: path || '<nil>',
      },
    ];
  }
  return [
    ...scalarCauses(schema, value, path),
    ...objectCauses(schema, value, path),
    ...(Array.isArray(value)
      ? value.flatMap((each, index) =>
          validateSchema(schema.items, each, `${path}[${index}]`),
        )
      : []),
  ];
}

function objectCauses(schema: any, value: any, path: string): StatusCause[] {
  if (!isObject(value)) return [];
  const at = (key: string) => (path ? `${path}.${key}` : key);
  const missing = ((schema.required ?? []) as string[])
    .filter(key => value[key] === undefined)
    .map(key => ({
      reason: 'FieldValueRequired',
      message: 'Required value',
      field: at(key),
    }));
  const nested = Object.entries(value)
    .filter(([key]) => path || !SERVER_FIELDS.includes(key))
    .flatMap(([key, each]) =>
      validateSchema(
        schema.properties?.[key] ?? additional(schema),
        each,
        at(key),
      ),
    );
  return [...missing, ...nested];
}

function additional(schema: any): any {
  return isObject(schema.additionalProperties)
    ? schema.additionalProperties
    : undefined;
}

function scalarCauses(schema: any, value: any, path: string): StatusCause[] {
  const breaches: string[] = [];
  if (schema.enum && !schema.enum.includes(value)) {
    return [
      {
        reason: 'FieldValueNotSupported',
        message: `Unsupported value: ${JSON.stringify(
          value,
        )}: supported values: ${schema.enum
          .map((each: unknown) => JSON.stringify(each))
          .join(', ')}`,
        field: path,
      },
    ];
  }
  if (value < schema.minimum) {
    breaches.push(`should be greater than or equal to ${schema.minimum}`);
  }
  if (value > schema.maximum) {
    breaches.push(`should be less than or equal to ${schema.maximum}`);
  }
  if (schema.pattern && !new RegExp(schema.pattern).test(String(value))) {
    breaches.push(`should match '${schema.pattern}'`);
  }
  if (typeof value === 'string' && value.length < schema.minLength) {
    breaches.push(`should be at least ${schema.minLength} chars long`);
  }
  return breaches.map(breach => ({
    reason: 'FieldValueInvalid',
    message: `Invalid value: ${JSON.stringify(value)}: ${path} in body ${breach}`,
    field: path,
  }));
}

function typeName(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
}

function hasType(value: unknown, type: string): boolean {
  const actual = typeName(value);
  return actual === type || (type === 'number' && actual === 'integer');
}
