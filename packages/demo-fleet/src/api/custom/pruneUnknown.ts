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

import { isObject } from '../patch/mergePatch';

const KEPT = ['apiVersion', 'kind', 'metadata'];

/** A custom object without the fields that its schema does not know. */
export function pruneUnknown(schema: any, value: any, root = true): any {
  if (!schema || schema['x-kubernetes-preserve-unknown-fields']) return value;
  if (Array.isArray(value)) {
    return value.map(each => pruneUnknown(schema.items, each, false));
  }
  if (!isObject(value)) return value;
  const { properties, additionalProperties } = schema;
  if (!properties && !root) {
    if (!isObject(additionalProperties)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => [
        key,
        pruneUnknown(additionalProperties, each, false),
      ]),
    );
  }
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => (root && KEPT.includes(key)) || properties?.[key])
      .map(([key, each]) => [
        key,
        root && KEPT.includes(key)
          ? each
          : pruneUnknown(properties[key], each, false),
      ]),
  );
}
