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

import { ClusterConnection } from '@quarterdeck/backstage-plugin-fleet-node';
import type { Readable } from 'node:stream';
import { ClusterEndpoint } from '../ClusterDefinition';

/** A request of any method. Only the action pipeline's writer may send one that changes something. */
export interface ClusterRequest {
  readonly method: string;
  /** Absolute and encoded, without query. */
  readonly path: string;
  readonly query?: Readonly<
    Record<string, string | number | boolean | undefined>
  >;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Milliseconds until the answer must be complete. */
  readonly timeout?: number;
  readonly signal?: AbortSignal;
}

export interface ClusterResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A GET whose answer is read as it comes. */
export interface ClusterStreamRequest {
  readonly path: string;
  readonly query?: ClusterRequest['query'];
  readonly accept?: string;
  /** Milliseconds until the head of the answer must be there. */
  readonly headTimeout?: number;
  readonly signal: AbortSignal;
}

/** One cluster's connection: what views and packs may read by, and besides it what the inventory and the action pipeline need. */
export interface ClusterConnector extends ClusterConnection {
  /** Whether one connection carries all requests, so that a byte on any of them proves it alive. */
  readonly multiplexed: boolean;
  /** Epoch milliseconds of the last byte from the server. */
  readonly lastContact: number | undefined;
  /** Says that a byte of a stream came. */
  touch(): void;
  /** Sends one request and answers with what came, whatever its status. */
  request(request: ClusterRequest): Promise<ClusterResponse>;
  /** Opens a stream; rejects when the status is not 200. Destroy the stream to end it. */
  stream(request: ClusterStreamRequest): Promise<Readable>;
  /** Connects where it is not connected. */
  connect(signal: AbortSignal): Promise<void>;
  /** Drops the connection: requests on it fail, the next one connects anew. */
  reset(): void;
  /** Goes to another address or with another credential from now on; the present connection is dropped. */
  use(endpoint: ClusterEndpoint): void;
  /** Called when a connection that was up is gone. Answers with the unsubscribe. */
  onLost(listener: () => void): () => void;
  close(): void;
}
