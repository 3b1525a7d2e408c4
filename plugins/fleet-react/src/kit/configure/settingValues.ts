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

/** Settings by their names. */
export type Settings = Readonly<Record<string, unknown>>;

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** The settings that are others than those that go without saying: only they are kept, so that the rest follows the configuration. */
export function changedSettings(
  settings: Settings,
  usual: Settings,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(settings).filter(
      ([name, value]) => value !== undefined && !same(value, usual[name]),
    ),
  );
}

/** What the schema finds wrong with each setting; what concerns none of them stands under the empty name. */
export function settingProblems(
  schema: z.ZodObject,
  settings: Settings,
): Readonly<Record<string, string>> {
  const problems: Record<string, string> = {};
  const { error } = schema.safeParse(settings);
  for (const { path, message } of error?.issues ?? []) {
    problems[String(path[0] ?? '')] ??= message;
  }
  return problems;
}
