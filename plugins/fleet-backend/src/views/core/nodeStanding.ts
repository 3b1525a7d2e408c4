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
  NodeRow,
  NodeStanding,
} from '@quarterdeck/backstage-plugin-fleet-common';

/** How a node stands: what is worst of all that is said of it. */
export function nodeStanding({
  ready,
  pressures,
  schedulable,
}: Pick<NodeRow, 'ready' | 'pressures' | 'schedulable'>): NodeStanding {
  if (ready === false) return 'notReady';
  if (ready === undefined) return 'unknown';
  if (pressures.length > 0) return 'pressure';
  return schedulable ? 'ready' : 'cordoned';
}
