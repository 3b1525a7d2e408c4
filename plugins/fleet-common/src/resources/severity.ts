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

/**
 * How bad a state is, in the meaning of the colours: an error needs action, a warning wants a look, progress passes by itself.
 *
 * @public
 */
export const severitySchema = z.enum(['error', 'warning', 'progress']);

/** @public */
export type Severity = z.infer<typeof severitySchema>;

/**
 * Sorts worst first; no severity comes last.
 *
 * @public
 */
export function compareSeverity(
  a: Severity | undefined,
  b: Severity | undefined,
): number {
  return severityRank(a) - severityRank(b);
}

function severityRank(severity: Severity | undefined): number {
  if (severity === 'error') return 0;
  if (severity === 'warning') return 1;
  return severity === 'progress' ? 2 : 3;
}
