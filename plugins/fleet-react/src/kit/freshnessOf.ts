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

import { ViewTransport } from '../client/ViewState';
import { StatusTone } from '../theme/statusTone';

/** Older data than this is shown as stale. */
export const STALE_AFTER_MS = 5 * 60_000;

/** What is to be told of the age of some data. */
export interface FreshnessFacts {
  tone: StatusTone;
  /** Milliseconds; absent when nothing has arrived. */
  age?: number;
  stale: boolean;
}

/** Judges the age of data and the way it arrives. */
export function freshnessOf(
  asOf: number | undefined,
  transport: ViewTransport,
  now: number,
): FreshnessFacts {
  if (asOf === undefined) {
    return {
      tone: transport === 'offline' ? 'warning' : 'unknown',
      stale: false,
    };
  }
  const age = Math.max(0, now - asOf);
  const stale = age > STALE_AFTER_MS;
  if (stale || transport === 'offline') return { tone: 'warning', age, stale };
  return {
    tone: transport === 'stream' ? 'healthy' : 'progress',
    age,
    stale,
  };
}
