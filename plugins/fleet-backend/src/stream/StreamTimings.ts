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

import { DECISION_TTL_MS } from '../permissions/ViewerResolver';

/** Times of a hub in milliseconds. */
export interface StreamTimings {
  /** Least time between two flushes: changes within it are told together. */
  coalesce: number;
  /** How long the first change after a quiet time waits for those that come with it. */
  settle: number;
  heartbeat: number;
  /** How often what a reader may see is asked again: the delay of a revocation. */
  reauthorise: number;
  /** A channel without readers is kept this long for those that come back. */
  linger: number;
}

/** What a hub uses unless told otherwise. */
export const DEFAULT_TIMINGS: StreamTimings = {
  coalesce: 50,
  settle: 5,
  heartbeat: 10_000,
  reauthorise: DECISION_TTL_MS,
  linger: 60_000,
};
