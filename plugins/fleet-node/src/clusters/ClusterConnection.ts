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
/**
 * Options of one read from a cluster.
 *
 * @public
 */
export interface ClusterReadOptions {
  /** Query parameters; values are encoded. */
  query?: Record<string, string | number | boolean | undefined>;
  /** Media type asked for; JSON by default. */
  accept?: string;
  /** Milliseconds until the answer must be complete; the connection's own default when left out. */
  timeout?: number;
  signal?: AbortSignal;
}

/**
 * Reads from one cluster with the cluster's own credential. There is nothing here that writes.
 *
 * @remarks
 *
 * Paths are absolute API paths such as `/api/v1/nodes`; build them with encoded segments. Failures are `ClusterRequestError`.
 *
 * @public
 */
export interface ClusterConnection {
  /** Stable name of the cluster. */
  readonly cluster: string;
  /** Reads a JSON document. */
  get<T = unknown>(path: string, options?: ClusterReadOptions): Promise<T>;
  /** Reads a text, e.g. `/readyz?verbose`. Answers with the body whatever the status when `anyStatus` is set. */
  getText(
    path: string,
    options?: ClusterReadOptions & { anyStatus?: boolean },
  ): Promise<string>;
}
