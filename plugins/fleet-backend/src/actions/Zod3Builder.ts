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

import type { z } from 'zod';
import type { AnyZodObject, z as Zod3, ZodTypeAny } from 'zod/v3';

type JsonSchema = z.core.JSONSchema.JSONSchema;

/** Builds zod 3 types from a JSON Schema that zod 4 wrote. */
export class Zod3Builder {
  readonly #zod3: typeof Zod3;
  readonly #root: JsonSchema;
  readonly #definitions = new Map<string, ZodTypeAny>();

  constructor(zod3: typeof Zod3, root: JsonSchema) {
    this.#zod3 = zod3;
    this.#root = root;
  }

  object(schema: JsonSchema): AnyZodObject {
    const required = new Set(schema.required ?? []);
    const shape = Object.fromEntries(
      Object.entries(schema.properties ?? {}).map(([key, property]) => {
        return [key, this.#property(property, required.has(key))];
      }),
    );
    const object = this.#zod3.object(shape);
    const rest = schema.additionalProperties;
    if (rest === false) {
      return object.strict();
    }
    return rest === undefined || rest === true
      ? object
      : object.catchall(this.#type(rest));
  }

  // What is left out takes its default; in an output nothing that has one is left out.
  #property(schema: JsonSchema | boolean, required: boolean): ZodTypeAny {
    const type = this.#type(schema);
    if (required) {
      return type;
    }
    return typeof schema === 'boolean' || schema.default === undefined
      ? type.optional()
      : described(type.default(schema.default), schema);
  }

  #type(schema: JsonSchema | boolean): ZodTypeAny {
    if (schema === true) {
      return this.#zod3.unknown();
    }
    if (schema === false) {
      return this.#zod3.never();
    }
    return described(this.#bare(schema), schema);
  }

  #bare(schema: JsonSchema): ZodTypeAny {
    if (schema.$ref !== undefined) {
      return this.#reference(schema.$ref);
    }
    if (schema.const !== undefined) {
      return this.#zod3.literal(schema.const as Zod3.Primitive);
    }
    if (schema.enum) {
      return this.#enumeration(schema.enum);
    }
    const alternatives = schema.anyOf ?? schema.oneOf;
    if (alternatives) {
      return this.#union(alternatives.map(part => this.#type(part)));
    }
    if (schema.allOf) {
      return schema.allOf
        .map(part => this.#type(part))
        .reduce((left, right) => left.and(right));
    }
    if (Array.isArray(schema.type)) {
      return this.#union(
        schema.type.map(type => this.#bare({ ...schema, type } as JsonSchema)),
      );
    }
    return this.#ofType(schema);
  }

  #ofType(schema: JsonSchema): ZodTypeAny {
    switch (schema.type) {
      case 'string':
        return this.#string(schema);
      case 'integer':
        return this.#number(schema, this.#zod3.number().int());
      case 'number':
        return this.#number(schema, this.#zod3.number());
      case 'boolean':
        return this.#zod3.boolean();
      case 'null':
        return this.#zod3.null();
      case 'array':
        return this.#array(schema);
      case 'object':
        return schema.properties ? this.object(schema) : this.#record(schema);
      default:
        return this.#zod3.unknown();
    }
  }

  // Registered before it is built, so that a schema may hold itself.
  #reference(ref: string): ZodTypeAny {
    let type = this.#definitions.get(ref);
    if (!type) {
      let built: ZodTypeAny | undefined;
      type = this.#zod3.lazy(() => {
        built ??= this.#type(this.#resolve(ref));
        return built;
      });
      this.#definitions.set(ref, type);
    }
    return type;
  }

  #resolve(ref: string): JsonSchema | boolean {
    const path = ref.replace(/^#\/?/, '').split('/').filter(Boolean);
    let found: any = this.#root;
    for (const segment of path) {
      found = found?.[segment.replaceAll('~1', '/').replaceAll('~0', '~')];
    }
    if (found === undefined) {
      throw new TypeError(`The JSON Schema has no '${ref}'`);
    }
    return found;
  }

  #enumeration(values: unknown[]): ZodTypeAny {
    return values.every(value => typeof value === 'string')
      ? this.#zod3.enum(values as [string, ...string[]])
      : this.#union(
          values.map(value => this.#zod3.literal(value as Zod3.Primitive)),
        );
  }

  #union(types: ZodTypeAny[]): ZodTypeAny {
    return types.length === 1
      ? types[0]
      : this.#zod3.union(types as [ZodTypeAny, ZodTypeAny]);
  }

  #string(schema: JsonSchema): ZodTypeAny {
    let type = this.#zod3.string();
    if (schema.minLength !== undefined) {
      type = type.min(schema.minLength);
    }
    if (schema.maxLength !== undefined) {
      type = type.max(schema.maxLength);
    }
    return schema.pattern === undefined
      ? type
      : type.regex(new RegExp(schema.pattern));
  }

  #number(schema: JsonSchema, number: Zod3.ZodNumber): ZodTypeAny {
    let type = number;
    if (isBound(schema.minimum)) {
      type = type.min(schema.minimum);
    }
    if (isBound(schema.maximum)) {
      type = type.max(schema.maximum);
    }
    if (isBound(schema.exclusiveMinimum)) {
      type = type.gt(schema.exclusiveMinimum);
    }
    if (isBound(schema.exclusiveMaximum)) {
      type = type.lt(schema.exclusiveMaximum);
    }
    return schema.multipleOf === undefined
      ? type
      : type.multipleOf(schema.multipleOf);
  }

  #array(schema: JsonSchema): ZodTypeAny {
    const { items } = schema;
    let type = this.#zod3.array(
      items === undefined || Array.isArray(items)
        ? this.#zod3.unknown()
        : this.#type(items as JsonSchema),
    );
    if (schema.minItems !== undefined) {
      type = type.min(schema.minItems);
    }
    return schema.maxItems === undefined ? type : type.max(schema.maxItems);
  }

  #record(schema: JsonSchema): ZodTypeAny {
    const values = schema.additionalProperties;
    return this.#zod3.record(
      values === undefined ? this.#zod3.unknown() : this.#type(values),
    );
  }
}

function described(type: ZodTypeAny, schema: JsonSchema): ZodTypeAny {
  return schema.description === undefined
    ? type
    : type.describe(schema.description);
}

// zod 4 bounds integers by what a double can hold, which says nothing to a reader.
function isBound(bound: number | boolean | undefined): bound is number {
  return (
    typeof bound === 'number' && Math.abs(bound) !== Number.MAX_SAFE_INTEGER
  );
}
