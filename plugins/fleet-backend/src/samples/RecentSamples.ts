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

import { RecentSample } from './SampleStore';

const none: readonly RecentSample[] = [];

/** Samples that were not packed when they were read, by cluster, the oldest first. */
export class RecentSamples {
  readonly #byCluster = new Map<number, RecentSample[]>();
  #newest: number | undefined;

  /** The time of the newest. */
  get newest(): number | undefined {
    return this.#newest;
  }

  of(clusterId: number): readonly RecentSample[] {
    return this.#byCluster.get(clusterId) ?? none;
  }

  /** Adds newer ones. */
  add(samples: readonly RecentSample[]): void {
    for (const sample of samples) {
      const known = this.#byCluster.get(sample.clusterId) ?? [];
      this.#byCluster.set(sample.clusterId, known);
      known.push(sample);
      this.#newest = sample.at;
    }
  }
}
