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

import { ResponseError } from '@backstage/errors';

/** The status that the backend answered; undefined when it did not answer. */
export function statusOf(error: unknown): number | undefined {
  return error instanceof Error && error.name === 'ResponseError'
    ? (error as ResponseError).statusCode
    : undefined;
}

/** The backend's own words where it answered. */
export function messageOf(error: unknown): string {
  if (error instanceof Error && error.name === 'ResponseError') {
    return (error as ResponseError).cause?.message ?? error.message;
  }
  return error instanceof Error ? error.message : String(error);
}
