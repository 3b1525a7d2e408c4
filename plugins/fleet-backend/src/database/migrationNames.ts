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

import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { readdir } from 'node:fs/promises';

/** Where the migrations of this release are. */
export const migrationsDirectory = resolvePackagePath(
  '@quarterdeck/backstage-plugin-fleet-backend',
  'migrations',
);

/** Names of the migrations of this release, the oldest first. */
export async function migrationNames(): Promise<string[]> {
  const files = await readdir(migrationsDirectory);
  return files.filter(file => file.endsWith('.js')).sort();
}
