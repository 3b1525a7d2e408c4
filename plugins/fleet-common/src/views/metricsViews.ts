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
import {
  nodeMetricsRowSchema,
  podMetricsRowSchema,
} from '../resources/metrics';
import { createViewRef } from './ViewRef';
import { rowKey } from './rowKey';

const sums = z.object({ cpu: z.number(), memory: z.number() });

/** Pods by what they use. @public */
export const topPodsView = createViewRef({
  id: 'pods.top',
  title: 'Top pods',
  params: z.object({}),
  row: podMetricsRowSchema,
  summary: sums,
  key: rowKey,
  sorts: ['cpu', 'memory', 'name', 'cluster', 'namespace'],
});

/** Nodes by what they use. @public */
export const topNodesView = createViewRef({
  id: 'nodes.top',
  title: 'Top nodes',
  params: z.object({ node: z.string().optional() }),
  row: nodeMetricsRowSchema,
  summary: sums,
  key: rowKey,
  sorts: ['cpu', 'memory', 'name', 'cluster'],
});
