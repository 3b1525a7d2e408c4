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
import {
  AttemptHistory,
  backoffMilliseconds,
  nextAttempt,
  noAttempts,
} from './connectionPolicy';
import { StreamEnding } from './streamConnection';

const lost: StreamEnding = { kind: 'lost', error: new Error('cut off') };
const refused = (status: number, retryAfterMilliseconds?: number) =>
  ({
    kind: 'refused',
    status,
    error: new Error('no'),
    retryAfterMilliseconds,
  }) as StreamEnding;
const hour = 3_600_000;

describe('backoffMilliseconds', () => {
  it('doubles from half a second to thirty, half of it by chance', () => {
    const failures = [1, 2, 3, 4, 5, 6, 7, 100];
    expect(failures.map(n => backoffMilliseconds(n, 0))).toEqual([
      250, 500, 1000, 2000, 4000, 8000, 15000, 15000,
    ]);
    expect(failures.map(n => backoffMilliseconds(n, 1))).toEqual([
      500, 1000, 2000, 4000, 8000, 16000, 30000, 30000,
    ]);
  });
});

describe('nextAttempt', () => {
  it.each<[string, AttemptHistory, StreamEnding, number | undefined, object]>([
    [
      'comes back soon when a good stream broke',
      { failures: 5, unopened: 0 },
      lost,
      hour,
      {
        failures: 1,
        unopened: 0,
        waitMilliseconds: 375,
        firm: false,
        poll: false,
      },
    ],
    [
      'comes back at once when the token ran out',
      noAttempts,
      { kind: 'ended', reason: 'token' },
      hour,
      {
        failures: 0,
        unopened: 0,
        waitMilliseconds: 250,
        firm: false,
        poll: false,
      },
    ],
    [
      'does not spin when every stream ends at once',
      { failures: 4, unopened: 0 },
      { kind: 'ended', reason: 'token' },
      10,
      {
        failures: 5,
        unopened: 0,
        waitMilliseconds: 6000,
        firm: false,
        poll: false,
      },
    ],
    [
      'waits as for a failure when it was too slow',
      noAttempts,
      { kind: 'ended', reason: 'slow' },
      hour,
      {
        failures: 1,
        unopened: 0,
        waitMilliseconds: 375,
        firm: false,
        poll: false,
      },
    ],
    [
      'leaves the field when another took its place',
      noAttempts,
      { kind: 'ended', reason: 'replaced' },
      hour,
      {
        failures: 1,
        unopened: 0,
        waitMilliseconds: 60000,
        firm: false,
        poll: true,
      },
    ],
    [
      'tries once more before it polls',
      noAttempts,
      lost,
      undefined,
      {
        failures: 1,
        unopened: 1,
        waitMilliseconds: 375,
        firm: false,
        poll: false,
      },
    ],
    [
      'polls while it waits long for a stream that broke soon again',
      { failures: 3, unopened: 0 },
      lost,
      1_000,
      {
        failures: 4,
        unopened: 0,
        waitMilliseconds: 3000,
        firm: false,
        poll: true,
      },
    ],
    [
      'polls when two attempts in a row did not open',
      { failures: 1, unopened: 1 },
      refused(500),
      undefined,
      {
        failures: 2,
        unopened: 2,
        waitMilliseconds: 750,
        firm: false,
        poll: true,
      },
    ],
    [
      'waits as long as the server says, and a little by chance',
      noAttempts,
      refused(503, 20_000),
      undefined,
      {
        failures: 1,
        unopened: 1,
        waitMilliseconds: 22000,
        firm: true,
        poll: true,
      },
    ],
    [
      'polls at once when it is refused for good',
      noAttempts,
      refused(403),
      undefined,
      {
        failures: 1,
        unopened: 1,
        waitMilliseconds: 60000,
        firm: false,
        poll: true,
      },
    ],
    [
      'polls at once when a proxy holds the stream back',
      noAttempts,
      { kind: 'unopened' },
      undefined,
      {
        failures: 1,
        unopened: 1,
        waitMilliseconds: 60000,
        firm: false,
        poll: true,
      },
    ],
  ])('%s', (_name, history, ending, lived, expected) => {
    expect(nextAttempt(history, ending, lived, 0.5)).toEqual(expected);
  });
});
