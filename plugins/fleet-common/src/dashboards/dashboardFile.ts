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
import {
  dashboardDescriptionSchema,
  dashboardTemplateSchema,
  dashboardTitleSchema,
} from './dashboard';
import { dashboardContentSchema } from './dashboardContent';

/** Version of the format that exports are written in. @public */
export const DASHBOARD_FILE_VERSION = 'quarterdeck.dev/v1';

/**
 * A dashboard as a file, without owner, visibility and address, which belong to a portal.
 * @public
 */
export const dashboardFileSchema = z.strictObject({
  apiVersion: z.literal(DASHBOARD_FILE_VERSION),
  kind: z.literal('Dashboard'),
  title: dashboardTitleSchema,
  description: dashboardDescriptionSchema.optional(),
  template: dashboardTemplateSchema.optional(),
  content: dashboardContentSchema,
});

/** @public */
export type DashboardFile = z.infer<typeof dashboardFileSchema>;

/** Largest file that is read, in characters. */
const MOST_CHARACTERS = 400_000;

/** Why a file is no dashboard, in a sentence and, where it is about parts of it, a line each. @public */
export class DashboardFileError extends Error {
  readonly problems: readonly string[];

  constructor(message: string, problems: readonly string[] = []) {
    super(message);
    this.name = 'DashboardFileError';
    this.problems = problems;
  }
}

/**
 * Reads an exported dashboard.
 * @throws DashboardFileError that says what is wrong.
 * @public
 */
export function readDashboardFile(text: string): DashboardFile {
  if (text.length > MOST_CHARACTERS) {
    throw new DashboardFileError('The file is too large for a dashboard');
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new DashboardFileError('The file is not JSON', [
      (error as Error).message,
    ]);
  }
  const version = (value as { apiVersion?: unknown } | null)?.apiVersion;
  if (typeof version === 'string' && version !== DASHBOARD_FILE_VERSION) {
    throw new DashboardFileError(
      `The file is of version '${version.slice(0, 60)}'; this portal reads '${DASHBOARD_FILE_VERSION}'`,
    );
  }
  const parsed = dashboardFileSchema.safeParse(value);
  if (!parsed.success) {
    throw new DashboardFileError(
      'The file is not a dashboard',
      parsed.error.issues.map(({ path, message }) =>
        path.length > 0 ? `${path.join('.')}: ${message}` : message,
      ),
    );
  }
  return parsed.data;
}
