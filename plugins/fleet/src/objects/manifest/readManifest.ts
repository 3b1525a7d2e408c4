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

import { parse } from 'yaml';
import { z } from 'zod';

/** What the cluster wrote is read as far as it has the expected form: a field that has not is as if it were absent. */
export function lenient<TSchema extends z.ZodType>(schema: TSchema) {
  return schema.optional().catch(undefined);
}

/** A list of which the entries that have not the expected form are left out. */
export function lenientList<TSchema extends z.ZodType>(schema: TSchema) {
  return z
    .array(z.unknown())
    .catch([])
    .transform(items =>
      items.flatMap(item => {
        const read = schema.safeParse(item);
        return read.success ? [read.data as z.infer<TSchema>] : [];
      }),
    );
}

/** Reads the parts of an object that a page shows; undefined when the text is no object at all. */
export function readManifest<TSchema extends z.ZodType>(
  schema: TSchema,
  yaml: string,
): z.infer<TSchema> | undefined {
  try {
    return schema.safeParse(parse(yaml)).data;
  } catch {
    return undefined;
  }
}
