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
import { FailureReason } from '@quarterdeck/backstage-plugin-fleet-common';
import { ClusterRequestError } from '@quarterdeck/backstage-plugin-fleet-node';
import { ClusterResponse } from './ActionConnection';

/** The error that a cluster's answer stands for, with the message of its Status body. */
export function toClusterRequestError(
  cluster: string,
  response: ClusterResponse,
): ClusterRequestError {
  const status = parseStatus(response.body);
  return new ClusterRequestError(
    status.message ?? `The API server answered with status ${response.status}`,
    {
      cluster,
      reason: reasonOf(response.status),
      status: response.status,
      statusReason: status.reason,
      sent: true,
    },
  );
}

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

/** What the caller of a preview is told when the cluster fails. */
export function toCallerError(error: unknown): unknown {
  if (!(error instanceof ClusterRequestError)) {
    return error;
  }
  switch (error.status) {
    case 400:
    case 422:
      return new InputError(
        `The cluster refuses this: ${error.message}`,
        error,
      );
    case 403:
      return new NotAllowedError(
        `The portal's credential for cluster '${error.cluster}' does not allow this: ${error.message}`,
        error,
      );
    case 404:
      return new NotFoundError(error.message, error);
    case 409:
      return new ConflictError(error.message, error);
    default:
      return new ServiceUnavailableError(
        `Cluster '${error.cluster}' cannot do this now: ${error.message}`,
        error,
      );
  }
}

function reasonOf(status: number): FailureReason {
  switch (status) {
    case 401:
      return 'auth';
    case 403:
      return 'forbidden';
    case 413:
      return 'too-large';
    default:
      return status >= 500 ? 'degraded' : 'invalid';
  }
}

// A webhook that cannot be called stops the write before it is stored.
function isRefusalOfWebhook(error: ClusterRequestError): boolean {
  return (
    error.status === 500 &&
    error.message.startsWith('Internal error occurred: failed calling webhook')
  );
}

function parseStatus(body: string): { message?: string; reason?: string } {
  try {
    const { kind, message, reason } = JSON.parse(body);
    return kind === 'Status' ? { message, reason } : {};
  } catch {
    return {};
  }
}
