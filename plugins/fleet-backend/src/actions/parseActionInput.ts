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

import { InputError } from '@backstage/errors';
import { z } from 'zod';

/**
 * The input as the schema has it, with defaults filled in. A key that the schema does not know is refused rather than ignored.
 *
 * @throws InputError naming the fields.
 */
export function parseActionInput<TSchema extends z.ZodObject>(
  schema: TSchema,
  input: unknown,
): z.output<TSchema> {
  const parsed = schema.strict().safeParse(input);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) =>
      path.length > 0 ? `${path.join('.')}: ${message}` : message,
    );
    throw new InputError(`Invalid input: ${problems.join('; ')}`);
  }
  return parsed.data as z.output<TSchema>;
}
