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

import { Machine } from '../BenchResult';
import { Distribution } from '../load/distribution';
import { RequestFigures } from '../measure/RequestFigures';
import { Workload } from '../workloads';

/** About a minute of a soak. */
export interface SoakSample {
  /** Minutes since the inventory was complete. */
  readonly minute: number;
  /** After garbage collection. */
  readonly rssMb: number;
  readonly heapMb: number;
  readonly cpuCores: number;
  /** Open files and sockets; absent where it cannot be told. */
  readonly files?: number;
  readonly longestStallMs: number;
  readonly latencyMs?: Distribution;
  readonly overtaken: number;
  readonly requests: Pick<
    RequestFigures,
    'watchedListsPerMinute' | 'watchesPerMinute' | 'allPerMinute'
  >;
  /** What was done to which cluster. */
  readonly fault: string;
}

export interface SoakResult {
  readonly workload: Workload;
  readonly machine: Machine;
  readonly date: string;
  readonly minutes: number;
  readonly samples: readonly SoakSample[];
  /** Growth in an hour, by least squares over the samples after the first fifth. */
  readonly perHour: {
    readonly rssMb: number;
    readonly heapMb: number;
    readonly files?: number;
  };
  /** Equal in the backend and in the fleet at the end. */
  readonly inventory: { readonly pods: number; readonly nodes: number };
}
