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

import { z } from 'zod';
import type { AnyZodObject, z as Zod3 } from 'zod/v3';
import { Zod3Builder } from './Zod3Builder';

/**
 * A schema of ours for Backstage's actions registry, which hands in its zod 3 and publishes and checks what it gets back.
 *
 * @remarks
 *
 * Shape, bounds, defaults and descriptions are carried over by way of JSON Schema; refinements are not, so the action must parse again
 * with the schema itself. `io` says which side is described: defaults are optional in an input and present in an output.
 */
export function zod3Schema(
  schema: z.ZodObject,
  io: 'input' | 'output',
): (zod3: typeof Zod3) => AnyZodObject {
  let built: { zod3: typeof Zod3; object: AnyZodObject } | undefined;
  return zod3 => {
    if (built?.zod3 !== zod3) {
      const json = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
      const object = new Zod3Builder(zod3, json).object(json);
      built = { zod3, object };
    }
    return built.object;
  };
}
