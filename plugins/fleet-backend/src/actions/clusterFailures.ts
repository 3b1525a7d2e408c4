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
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { ClusterRequestError } from '@quarterdeck/backstage-plugin-fleet-node';

/**
 * Whether a write that failed like this may have been done all the same: no answer came after it was sent, or the answer is that of a
 * server or gateway that gave up on it.
 */
export function mayHaveBeenDone(error: unknown): boolean {
  if (!(error instanceof ClusterRequestError)) {
    return true;
  }
  if (error.status === undefined) {
    return error.sent;
  }
  return error.status >= 500 && !isRefusalOfWebhook(error);
}

/** What the caller is told when the cluster fails. */
export function toCallerError(error: unknown): unknown {
  if (!(error instanceof ClusterRequestError)) {
    return error;
  }
  switch (error.status) {
    case 400:
    case 422:
      return new InputError(error.message);
    case 403:
      return new NotAllowedError(
        `The portal's own credential does not allow this. ${error.message}`,
      );
    case 404:
      return new NotFoundError(error.message);
    case 409:
      return new ConflictError(error.message);
    default:
      return new ServiceUnavailableError(error.message);
  }
}

// A webhook that cannot be called stops the write before it is stored.
function isRefusalOfWebhook(error: ClusterRequestError): boolean {
  return (
    error.status === 500 &&
    error.message.includes('Internal error occurred: failed calling webhook')
  );
}
