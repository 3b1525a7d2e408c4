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
  /** Streams open at once in the last phase, each with all twenty views; and tabs with the stock plugin. */
  readonly viewers: number;
  /** Length of each measured window after the cold sync. */
  readonly seconds: number;
  /** Questions whose pages are read under churn. */
  readonly reads: number;
  /** How many clusters are sick; then the others are measured alone and among them. */
  readonly sick?: number;
}

const W3 = {
  clusters: 50,
  pods: 2_000,
  churn: 200,
  viewers: 50,
  seconds: 20,
  reads: 100,
};

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
  W2: {
    name: 'W2',
    clusters: 15,
    pods: 667,
    churn: 3,
    viewers: 10,
    seconds: 20,
    reads: 100,
  },
  W3: { name: 'W3', ...W3 },
  W4: {
    name: 'W4',
    clusters: 300,
    pods: 300,
    churn: 300,
    viewers: 50,
    seconds: 20,
    reads: 100,
  },
  // A million pods would be four times as many: the demo fleet does not fit into 24 GB with them.
  W5: {
    name: 'W5',
    clusters: 100,
    pods: 2_500,
    churn: 1_000,
    viewers: 200,
    seconds: 20,
    reads: 50,
  },
  // Longer, since two worst cases are compared.
  W6: { name: 'W6', ...W3, seconds: 40, sick: 10 },
  W7: {
    name: 'W7',
    clusters: 1,
    pods: 150_000,
    churn: 20,
    viewers: 10,
    seconds: 20,
    reads: 50,
  },
};

/** What runs when nothing is asked for. */
export const usualWorkloads = ['W1', 'W2', 'W3', 'W6'];
