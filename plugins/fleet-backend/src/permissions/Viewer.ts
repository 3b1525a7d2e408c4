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
 * What one person may read, decided once and then asked for every row.
 */
export interface Viewer {
  /** Entity ref of the person, or `plugin:<id>` of a service. */
  readonly ref: string;
  /** Equal for people who may read the same, so that they can share what is computed for them. */
  readonly key: string;
  /** May read the cluster and its cluster-scoped rows. */
  cluster(cluster: string): boolean;
  /** May read the rows of a namespace. */
  namespace(cluster: string, namespace: string): boolean;
}
