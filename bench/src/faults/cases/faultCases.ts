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

import type { FaultCase } from '../FaultCase';
import { accessCases } from './access';
import { browserCases } from './browsers';
import { connectionCases } from './connections';
import { eventCases } from './events';
import { listCases } from './lists';
import { loadCases } from './loads';
import { objectCases } from './objects';
import { permissionCases } from './permissions';
import { quietCases } from './quiet';
import { streamCases } from './streams';
import { watchCases } from './watches';

const order = ({ id }: FaultCase) => `${id[0]}${id.slice(1).padStart(2, '0')}`;

/** The whole table, in the order of its numbers. */
export const faultCases: readonly FaultCase[] = [
  ...listCases,
  ...watchCases,
  ...connectionCases,
  ...eventCases,
  ...accessCases,
  ...quietCases,
  ...objectCases,
  ...loadCases,
  ...streamCases,
  ...browserCases,
  ...permissionCases(),
].sort((a, b) => order(a).localeCompare(order(b)));
