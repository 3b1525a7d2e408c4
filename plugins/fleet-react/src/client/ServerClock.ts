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
const SAMPLES = 8;
// A Date header is cut to the second and says nothing about smaller differences.
const COARSE_MS = 2_000;

/**
 * Translates times of the backend's clock to the browser's.
 *
 * @remarks
 *
 * Every message arrives later than it was sent, so the smallest difference seen lately is the nearest to the truth.
 */
export class ServerClock {
  #differences: number[] = [];
  #coarseDifference = 0;

  observe(serverNow: number, browserNow: number): void {
    this.#differences = [
      ...this.#differences.slice(1 - SAMPLES),
      browserNow - serverNow,
    ];
  }

  /** Learns from an answer's Date header, where the browser may read it, until there is something better. */
  observeDateHeader(header: string | undefined, browserNow: number): void {
    const difference = browserNow - Date.parse(header ?? '');
    if (Number.isFinite(difference)) {
      this.#coarseDifference =
        Math.abs(difference) > COARSE_MS ? difference : 0;
    }
  }

  /** Never later than now: data cannot come from the future. */
  toBrowser(serverTime: number, browserNow: number): number {
    const difference = this.#differences.length
      ? Math.min(...this.#differences)
      : this.#coarseDifference;
    return Math.min(serverTime + difference, browserNow);
  }
}
