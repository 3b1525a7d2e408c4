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

function statusOf(error: Error): number | undefined {
  return error instanceof ResponseError ? error.statusCode : undefined;
}

/** The viewer may not have what was asked. */
export function isDenied(error: Error): boolean {
  return statusOf(error) === 403 || error.name === 'NotAllowedError';
}

/** Nothing answered, or something on the way that is not the backend. */
export function isUnreachable(error: Error): boolean {
  const status = statusOf(error);
  return status === undefined || [502, 503, 504].includes(status);
}
