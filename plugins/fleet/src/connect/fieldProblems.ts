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

/** What a schema finds wrong with each field, by the dotted path of the field; the parts of a list count as the list. */
export function fieldProblems(
  error: z.ZodError | undefined,
): Readonly<Record<string, string>> {
  const problems: Record<string, string> = {};
  for (const { path, message } of error?.issues ?? []) {
    const field = path.filter(part => typeof part === 'string').join('.');
    problems[field] ??= message;
  }
  return problems;
}
