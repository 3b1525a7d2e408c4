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

export interface Workload {
  readonly name: string;
  readonly clusters: number;
  /** In each cluster. */
  readonly pods: number;
  /** Changes a second over all clusters. */
  readonly churn: number;
  /** Streams open at once in the last phase, each with all twenty views. */
  readonly viewers: number;
  /** Length of each measured window after the cold sync. */
  readonly seconds: number;
  /** Reads of a page under churn. */
  readonly reads: number;
}

export const workloads: Readonly<Record<string, Workload>> = {
  W1: {
    name: 'W1',
    clusters: 5,
    pods: 500,
    churn: 10,
    viewers: 5,
    seconds: 15,
    reads: 100,
  },
  W3: {
    name: 'W3',
    clusters: 50,
    pods: 2_000,
    churn: 200,
    viewers: 50,
    seconds: 20,
    reads: 100,
  },
};
