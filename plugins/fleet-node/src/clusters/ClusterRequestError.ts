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
import { CustomErrorBase } from '@backstage/errors';
import { FailureReason } from '@quarterdeck/backstage-plugin-fleet-common';

/**
 * Options of {@link ClusterRequestError}.
 *
 * @public
 */
export interface ClusterRequestErrorOptions {
  cluster: string;
  reason: FailureReason;
  /** HTTP status, when there was an answer. */
  status?: number;
  /** `reason` of the Kubernetes Status object, e.g. `Conflict`. */
  statusReason?: string;
  /** Milliseconds that the server asked to wait. */
  retryAfter?: number;
  /** Whether the request may have reached the server although no answer came. */
  sent?: boolean;
  cause?: Error;
}

/**
 * A request to a cluster that failed, with the reason in the words of coverage.
 *
 * @public
 */
export class ClusterRequestError extends CustomErrorBase {
  name = 'ClusterRequestError' as const;
  readonly cluster: string;
  readonly reason: FailureReason;
  readonly status: number | undefined;
  readonly statusReason: string | undefined;
  readonly retryAfter: number | undefined;
  readonly sent: boolean;
  override readonly cause: Error | undefined;

  constructor(message: string, options: ClusterRequestErrorOptions) {
    super(message);
    // Kept for logs, but out of the message, which people read.
    this.cause = options.cause;
    this.cluster = options.cluster;
    this.reason = options.reason;
    this.status = options.status;
    this.statusReason = options.statusReason;
    this.retryAfter = options.retryAfter;
    this.sent = options.sent ?? true;
  }
}
