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

import { OursFigures } from './measure/measureOurs';
import { PeerFigures } from './measure/measurePeers';
import { PollingFigures } from './measure/measurePolling';
import { SickFigures } from './measure/measureSick';
import { Ratios } from './ratios';
import { Spread } from './summarise';
import { Workload } from './workloads';

export interface BenchRun {
  /** Absent where the workload has sick clusters. */
  readonly ours?: OursFigures;
  /** The informers. */
  readonly peers?: PeerFigures;
  /** The Kubernetes plugin. */
  readonly polling?: PollingFigures;
  readonly sick?: SickFigures;
  readonly ratios: Ratios;
  /** Peers that could not be measured, with the reason. */
  readonly failed: Readonly<Record<string, string>>;
}

export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGb: number;
  readonly system: string;
  readonly node: string;
  /** Whether each process had its core. */
  readonly pinned: boolean;
}

export interface BenchResult {
  readonly workload: Workload;
  readonly machine: Machine;
  readonly date: string;
  readonly systems: Readonly<Record<string, string>>;
  readonly profiled: boolean;
  readonly notMeasured: readonly string[];
  readonly runs: readonly BenchRun[];
  readonly summary: Readonly<Record<string, Spread>>;
}
