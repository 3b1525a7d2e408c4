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

/** Requests of one verb on one kind, since the start or the last reset. */
export interface RequestCount {
  /** As Kubernetes authorises it; the method in lower case where no resource is asked for. */
  readonly verb: string;
  /** API group of the resource; empty for the core and without a resource. */
  readonly group: string;
  /** Plural with its subresource, such as `pods` or `pods/log`; empty without a resource. */
  readonly resource: string;
  readonly requests: number;
  /** Bytes of bodies that were handed to connections, without headers and encryption. */
  readonly bytes: number;
}

/** A request as it arrives, before anything is decided. */
export interface SeenRequest {
  readonly verb: string;
  readonly group: string;
  readonly resource: string;
  /** Path and query. */
  readonly target: string;
  /** Milliseconds of a clock that never goes back. */
  readonly at: number;
}

/** What one cluster was asked for. Its figures are live. */
export interface RequestCounts {
  /** By verb, group and resource, in the order in which they were first asked for. */
  list(): readonly RequestCount[];
  /** Sum over what matches; all without arguments. */
  total(of?: { verb?: string; resource?: string }): {
    requests: number;
    bytes: number;
  };
  /** Tells of each request as it arrives; the result ends that. */
  onRequest(listener: (request: SeenRequest) => void): () => void;
  reset(): void;
}
