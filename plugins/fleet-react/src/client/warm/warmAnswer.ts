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
import {
  coverageSchema,
  ViewAnswer,
  ViewRef,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { z } from 'zod';

const schemas = new WeakMap<ViewRef<any, any, any>, z.ZodType<ViewAnswer>>();

function schemaOf(view: ViewRef<any, any, any>): z.ZodType<ViewAnswer> {
  let schema = schemas.get(view);
  if (!schema) {
    schema = z.object({
      rows: z.array(view.row as z.ZodType<object>),
      total: z.number().int().min(0),
      summary: view.summary as z.ZodType<object>,
      coverage: coverageSchema,
    });
    schemas.set(view, schema);
  }
  return schema;
}

/** What was kept, when it is what the view answers today: it may be of an earlier release, or broken. */
export function warmAnswer(
  view: ViewRef<any, any, any>,
  kept: unknown,
): ViewAnswer | undefined {
  return schemaOf(view).safeParse(kept).success
    ? (kept as ViewAnswer)
    : undefined;
}
