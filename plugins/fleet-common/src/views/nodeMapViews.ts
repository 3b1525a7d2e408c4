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

/**
 * How a node stands, the worst first: `unknown` is a kubelet that has stopped to report, `pressure` a lack of memory, disk, processes or
 * network.
 *
 * @public
 */
export const nodeStandingSchema = z.enum([
  'notReady',
  'unknown',
  'pressure',
  'cordoned',
  'ready',
]);

/** @public */
export type NodeStanding = z.infer<typeof nodeStandingSchema>;

/**
 * One node on the map. `cpu` and `memory` are what its pods ask for, in whole percent of what it offers; absent where that was not asked
 * for or cannot be told.
 *
 * @public
 */
export const nodeSquareSchema = z.object({
  name: z.string(),
  standing: nodeStandingSchema,
  cpu: z.number().int().optional(),
  memory: z.number().int().optional(),
});

/** @public */
export type NodeSquare = z.infer<typeof nodeSquareSchema>;

const row = z.object({
  cluster: z.string(),
  /** Troubled first, then by name. */
  nodes: z.array(nodeSquareSchema),
});

/** The nodes of one cluster on the map. @public */
export type NodeMapRow = z.infer<typeof row>;

const summary = z.object({
  nodes: z.number().int(),
  notReady: z.number().int(),
  unknown: z.number().int(),
  pressure: z.number().int(),
  cordoned: z.number().int(),
  ready: z.number().int(),
});

/** All nodes by cluster with how they stand, each counted once by what is worst. @public */
export const nodeMapView = createViewRef({
  id: 'nodes.map',
  title: 'Node map',
  params: z.object({}),
  row,
  summary,
  key: it => it.cluster,
});

/** The same with how much of each node is asked for. It reads the pods of every node, so ask for it only when that is shown. @public */
export const nodeLoadView = createViewRef({
  id: 'nodes.load',
  title: 'Node map by requests',
  params: z.object({}),
  row,
  summary,
  key: it => it.cluster,
});
