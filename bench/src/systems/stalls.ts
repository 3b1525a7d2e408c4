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

import { monitorEventLoopDelay } from 'node:perf_hooks';

// Finer would itself cost a part of what is measured.
const RESOLUTION_MS = 20;

const delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS });

let longestOfForgottenMs = 0;

const longestMs = () => Math.max(0, delays.max / 1e6 - RESOLUTION_MS);

/** How long this process' event loop was busy at a stretch. */
export const stalls = {
  watch: () => delays.enable(),
  longestMs,
  /** Begins a new phase. */
  forget() {
    longestOfForgottenMs = Math.max(longestOfForgottenMs, longestMs());
    delays.reset();
  },
  /** Begins anew: what was before is no part of what is measured. */
  begin() {
    longestOfForgottenMs = 0;
    delays.reset();
  },
  /** Forgets what happened in a function of the bench's own. */
  async leaveOut(act: () => Promise<void>) {
    stalls.forget();
    await act();
    delays.reset();
  },
  longestOfAllMs: () => Math.max(longestOfForgottenMs, longestMs()),
};
