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

import { EventLoopUtilization, performance } from 'node:perf_hooks';

/** Shorter spans say nothing. */
const SPAN_MS = 20;
/** Above this part of the time at work, more to do at once makes nothing faster. */
const BUSY = 0.95;

/** Whether this thread has all that it can do. */
export class LoadMeter {
  #before: EventLoopUtilization = performance.eventLoopUtilization();
  #at = performance.now();
  #isBusy = false;

  isBusy(): boolean {
    const now = performance.now();
    if (now - this.#at >= SPAN_MS) {
      const after = performance.eventLoopUtilization();
      const { utilization } = performance.eventLoopUtilization(
        after,
        this.#before,
      );
      this.#isBusy = utilization > BUSY;
      this.#before = after;
      this.#at = now;
    }
    return this.#isBusy;
  }
}
