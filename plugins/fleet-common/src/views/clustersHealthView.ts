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
  clusterAuthSchema,
  clusterSourceSchema,
} from '../clusters/clusterConnection';
import { clusterFactsSchema } from '../clusters/clusterFacts';
import {
  clusterStateSchema,
  failureReasonSchema,
} from '../clusters/clusterHealth';
import { createViewRef } from './ViewRef';

const count = z.number().int().optional();

/**
 * One cluster with its figures. A figure is absent when its kind was never read from the cluster: unknown, not zero.
 *
 * @remarks
 *
 * CPU in cores and memory in bytes are what the nodes offer to pods (allocatable). Pods and namespaces count only what the viewer may read.
 *
 * @public
 */
export const clusterHealthRowSchema = z.object({
  cluster: z.string(),
  title: z.string(),
  state: clusterStateSchema,
  reason: failureReasonSchema.optional(),
  message: z.string().optional(),
  advice: z.string().optional(),
  since: z.number(),
  lastContact: z.number().optional(),
  version: z.string().optional(),
  aliases: z.array(z.string()),
  facts: clusterFactsSchema,
  source: clusterSourceSchema,
  server: z.string().optional(),
  auth: clusterAuthSchema,
  namespacesOnly: z.array(z.string()).optional(),
  labels: z.record(z.string(), z.string()),
  demo: z.boolean(),
  nodes: count,
  nodesReady: count,
  nodesCordoned: count,
  namespaces: count,
  pods: count,
  podsRunning: count,
  podErrors: count,
  podWarnings: count,
  deployments: count,
  /** Whose rollout has failed, or that have too few replicas without being rolled out. */
  deploymentsUnavailable: count,
  cpu: z.number().optional(),
  memory: z.number().optional(),
  gpus: count,
});

/** @public */
export type ClusterHealthRow = z.infer<typeof clusterHealthRowSchema>;

/**
 * Totals over the clusters that the viewer may read. Figures are absent when no cluster knows them.
 *
 * @remarks
 *
 * `errors` adds up pods in error, nodes that are not ready and clusters that are unreachable, denied or invalid. It is absent
 * while there is none of them and neither pods nor nodes have been read anywhere: nothing seen is not nothing wrong.
 *
 * @public
 */
export const fleetTotalsSchema = z.object({
  clusters: z.number().int(),
  clustersHealthy: z.number().int(),
  nodes: count,
  nodesReady: count,
  nodesCordoned: count,
  namespaces: count,
  pods: count,
  podsRunning: count,
  podErrors: count,
  podWarnings: count,
  deployments: count,
  deploymentsUnavailable: count,
  cpu: z.number().optional(),
  memory: z.number().optional(),
  gpus: count,
  errors: count,
});

/** @public */
export type FleetTotals = z.infer<typeof fleetTotalsSchema>;

/** Every cluster with its health and figures, and the totals of the stats bar. @public */
export const clustersHealthView = createViewRef({
  id: 'clusters.health',
  title: 'Cluster health',
  params: z.object({}),
  row: clusterHealthRowSchema,
  summary: fleetTotalsSchema,
  key: row => row.cluster,
});
