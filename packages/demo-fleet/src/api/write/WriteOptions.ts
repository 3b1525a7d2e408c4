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

import { badRequest } from '../ApiError';
import type { ApiRequest } from '../ApiExchange';

export interface WriteOptions {
  dryRun: boolean;
  fieldManager: string;
}

/** What the query says about a write, whatever its verb. */
export function writeOptions(request: ApiRequest): WriteOptions {
  const { query, headers } = request;
  const manager = query.get('fieldManager');
  return {
    dryRun: isDryRun(query.getAll('dryRun')),
    fieldManager: manager || managerOf(headers['user-agent']),
  };
}

export function isDryRun(values: string[]): boolean {
  const wrong = values.find(value => value !== '' && value !== 'All');
  if (wrong !== undefined) {
    throw badRequest(
      `dryRun: Unsupported value: "${wrong}": supported values: "All"`,
    );
  }
  return values.includes('All');
}

function managerOf(userAgent: string | undefined): string {
  return userAgent?.split('/')[0] || 'unknown';
}
