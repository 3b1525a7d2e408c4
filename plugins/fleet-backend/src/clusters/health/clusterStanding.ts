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
  ClusterState,
  FailureReason,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { ClusterDefinition } from '../ClusterDefinition';
import { adviceFor } from './adviceFor';
import { serverOf } from './clusterRow';

/** What failed, in the words of coverage and for people. */
export interface Failure {
  readonly reason: FailureReason;
  readonly message: string;
  /** What to do, where more is known than the reason says. */
  readonly advice?: string;
}

/** Where the connection itself stands. */
export type Reach = 'connecting' | 'up' | 'down';

export interface ClusterStanding {
  readonly state: ClusterState;
  readonly reason?: FailureReason;
  readonly message?: string;
  readonly advice?: string;
}

export interface ClusterStandingInput {
  readonly definition: ClusterDefinition;
  readonly reach: Reach;
  /** Why the connection is down. */
  readonly failure: Failure | undefined;
  /** Kinds that are always kept and fail although the server answers, by their name. */
  readonly failedKinds: ReadonlyMap<string, Failure>;
  /** How many kinds are always kept. */
  readonly kinds: number;
}

/** What to say of a cluster. */
export function clusterStanding(input: ClusterStandingInput): ClusterStanding {
  const { definition, reach, failure, failedKinds } = input;
  const { problem, source } = definition;
  const place = { source, server: serverOf(definition) };
  if (problem) {
    return { state: 'invalid', reason: 'invalid', ...problem };
  }
  if (reach === 'connecting') {
    return { state: 'connecting' };
  }
  if (reach === 'down' && failure) {
    return {
      state: failure.reason === 'auth' ? 'denied' : 'unreachable',
      ...failure,
      advice: failure.advice ?? adviceFor(failure.reason, place),
    };
  }
  const [first] = failedKinds;
  if (!first) {
    return { state: 'healthy' };
  }
  const [, { reason, message }] = first;
  const allForbidden =
    failedKinds.size === input.kinds &&
    [...failedKinds.values()].every(kind => kind.reason === 'forbidden');
  return {
    state: allForbidden ? 'denied' : 'degraded',
    reason,
    message:
      failedKinds.size === 1
        ? message
        : `${failedKinds.size} kinds cannot be read (${[
            ...failedKinds.keys(),
          ].join(', ')}): ${message}`,
    advice: adviceFor(reason, place),
  };
}
