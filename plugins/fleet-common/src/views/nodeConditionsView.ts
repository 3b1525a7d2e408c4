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

import { z } from 'zod';
import { nodeRowSchema } from '../resources/nodes';
import { createViewRef } from './ViewRef';
import { rowKey } from './rowKey';

/** Nodes with the conditions that they are in, troubled first; the newest trouble first among equals. @public */
export const nodeConditionsView = createViewRef({
  id: 'nodes.conditions',
  title: 'Node conditions',
  params: z.object({
    /** Leaves out nodes that are ready, can be scheduled on and lack nothing. */
    onlyTroubled: z.boolean().default(false),
  }),
  row: nodeRowSchema,
  /** Nodes in each condition; one may be in several. */
  summary: z.object({
    ready: z.number().int(),
    notReady: z.number().int(),
    unknown: z.number().int(),
    memoryPressure: z.number().int(),
    diskPressure: z.number().int(),
    pidPressure: z.number().int(),
    networkUnavailable: z.number().int(),
    cordoned: z.number().int(),
  }),
  key: rowKey,
  sorts: ['severity', 'since', 'name', 'cluster', 'age'],
});
