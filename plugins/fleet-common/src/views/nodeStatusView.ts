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
import { createViewRef } from './ViewRef';

const counts = {
  nodes: z.number().int().optional(),
  ready: z.number().int().optional(),
  notReady: z.number().int().optional(),
  /** Ready condition Unknown: the kubelet has stopped to report. */
  unknown: z.number().int().optional(),
  cordoned: z.number().int().optional(),
  /** Nodes with memory, disk or PID pressure. */
  pressure: z.number().int().optional(),
} as const;

/** How the nodes of each cluster stand. @public */
export const nodeStatusView = createViewRef({
  id: 'nodes.status',
  title: 'Node status',
  params: z.object({}),
  row: z.object({ cluster: z.string(), title: z.string(), ...counts }),
  summary: z.object(counts),
  key: row => row.cluster,
});
