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
import { StreamEnding } from './streamConnection';

/** A stream that lived this long proves that the way is open again. */
export const SETTLED_AFTER_MS = 5_000;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;
const SLOW_PACE_MS = 60_000;
const HANDOVER_MS = 500;
/** How long a page may say nothing of a stream that is gone. */
const LONGEST_SILENCE_MS = 2_000;

/** What past attempts tell about the next. */
export interface AttemptHistory {
  /** Attempts in a row that failed, or opened and died at once. */
  failures: number;
  /** Attempts in a row that never opened. */
  unopened: number;
}

/** How to go on after an attempt. */
export interface NextAttempt extends AttemptHistory {
  waitMilliseconds: number;
  /** The server asked for this wait: nothing may cut it short. */
  firm: boolean;
  /** Ask by REST meanwhile. */
  poll: boolean;
}

export const noAttempts: AttemptHistory = { failures: 0, unopened: 0 };

/** Doubles from half a second to thirty, half of it by chance, so that a thousand tabs do not come back as one. */
export function backoffMilliseconds(failures: number, random: number): number {
  const longest = Math.min(
    LONGEST_WAIT_MS,
    FIRST_WAIT_MS * 2 ** Math.max(0, failures - 1),
  );
  return longest * (0.5 + random / 2);
}

/** Spreads a wait by a fifth to both sides. */
export function jittered(milliseconds: number, random: number): number {
  return milliseconds * (0.8 + 0.4 * random);
}

/** Decides when to try the stream again and whether to poll until then. */
export function nextAttempt(
  history: AttemptHistory,
  ending: StreamEnding,
  livedMilliseconds: number | undefined,
  random: number,
): NextAttempt {
  const opened = livedMilliseconds !== undefined;
  const settled = opened && livedMilliseconds >= SETTLED_AFTER_MS;
  const failures = settled ? 1 : history.failures + 1;
  const unopened = opened ? 0 : history.unopened + 1;
  const backoff = backoffMilliseconds(failures, random);
  const next = {
    failures,
    unopened,
    waitMilliseconds: backoff,
    firm: false,
    poll: unopened >= 2,
  };
  switch (ending.kind) {
    case 'ended':
      if (ending.reason === 'replaced') {
        return {
          ...next,
          waitMilliseconds: jittered(SLOW_PACE_MS, random),
          poll: true,
        };
      }
      return settled && ending.reason !== 'slow'
        ? { ...next, failures: 0, waitMilliseconds: HANDOVER_MS * random }
        : next;
    case 'refused':
      if (ending.retryAfterMilliseconds !== undefined) {
        return {
          ...next,
          waitMilliseconds:
            Math.max(ending.retryAfterMilliseconds, backoff) * (1 + random / 5),
          firm: true,
          poll: true,
        };
      }
      // Asking again changes nothing about a refusal, and REST tells for each view why.
      return ending.status < 500
        ? {
            ...next,
            waitMilliseconds: jittered(SLOW_PACE_MS, random),
            poll: true,
          }
        : next;
    case 'unopened':
      return {
        ...next,
        waitMilliseconds: jittered(SLOW_PACE_MS, random),
        poll: true,
      };
    default:
      // A backend that died soon after its start: until the next attempt the page would call itself live.
      return { ...next, poll: next.poll || backoff > LONGEST_SILENCE_MS };
  }
}
