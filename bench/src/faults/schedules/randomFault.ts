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

import type { Fault, FaultRule } from '@quarterdeck/demo-fleet';
import type { Dice } from './Dice';

const PLURALS = ['pods', 'nodes', 'namespaces', 'deployments', 'events'];

/** A fault of the endpoint or of watches lasts until it is taken back; the others wear off. */
export interface RandomFault {
  readonly rule: FaultRule;
  readonly lasts: boolean;
}

type Maker = (dice: Dice) => RandomFault;

const onRequests = (fault: (dice: Dice) => Fault, most = 3): Maker => {
  return dice => ({
    lasts: false,
    rule: {
      match: {
        verbs: dice.of([['list'], ['watch'], ['list', 'watch']] as const),
        ...(dice.chance(0.7) && { resource: dice.of(PLURALS) }),
        ...(dice.chance(0.2) && { continued: dice.chance(0.5) }),
      },
      times: dice.between(1, most),
      ...(dice.chance(0.3) && { skip: dice.between(1, 3) }),
      fault: fault(dice),
    },
  });
};

const onWatches = (fault: (dice: Dice) => Fault): Maker => {
  return dice => ({
    lasts: false,
    rule: {
      match: {
        verbs: ['watch'],
        ...(dice.chance(0.8) && { resource: dice.of(PLURALS) }),
      },
      times: dice.between(1, 3),
      fault: fault(dice),
    },
  });
};

const lasting = (fault: (dice: Dice) => Fault): Maker => {
  return dice => ({ lasts: true, rule: { fault: fault(dice) } });
};

const MAKERS: readonly Maker[] = [
  onRequests(dice => ({
    type: 'status',
    code: dice.of([500, 503, 504, 401, 403, 404, 410, 422]),
  })),
  onRequests(dice => ({
    type: 'status',
    code: 429,
    ...(dice.chance(0.5) && { retryAfterSeconds: dice.between(0, 2) }),
  })),
  onRequests(dice => ({ type: 'cut', afterBytes: dice.between(0, 6_000) })),
  onRequests(dice => ({ type: 'delay', milliseconds: dice.between(10, 800) })),
  onRequests(() => ({ type: 'hang' }), 1),
  onRequests(
    dice => ({ type: 'slow-bytes', bytesPerSecond: dice.of([1, 500, 20_000]) }),
    1,
  ),
  onWatches(dice => ({
    type: 'watch-event',
    after: dice.between(0, 3),
    line: dice.of(['malformed', 'unknown-type', 'oversized'] as const),
    bytes: 150_000,
    keepOpen: true,
  })),
  onWatches(dice => ({
    type: 'watch-event',
    after: dice.between(0, 3),
    line: 'error',
    code: dice.of([410, 410, 500, 403]),
    keepOpen: dice.chance(0.5),
  })),
  onWatches(dice => ({ type: 'watch-close', after: dice.between(0, 3) })),
  onWatches(dice => ({
    type: 'watch-replay',
    order: dice.of(['duplicate', 'reversed'] as const),
    last: dice.between(1, 4),
  })),
  lasting(() => ({ type: 'watch-quiet' })),
  lasting(() => ({ type: 'no-bookmarks' })),
  lasting(() => ({ type: 'half-open' })),
  lasting(dice => ({
    type: 'flap',
    upMilliseconds: dice.between(50, 600),
    downMilliseconds: dice.between(50, 600),
  })),
];

/** Something that goes wrong at random. */
export function randomFault(dice: Dice): RandomFault {
  return dice.of(MAKERS)(dice);
}
