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
import { createResourceRef, resourceRowShape } from './ResourceRef';

/**
 * One connection and its health, as the backend sees it. Kept by the connection itself, not by a watch.
 *
 * @remarks
 *
 * `incarnation` is the uid of the namespace kube-system: it changes when a cluster is recreated under its old name. `lastContact` is the
 * backend's time (epoch milliseconds) of the last byte that proved the connection alive; absent when it never was.
 * `since` is when the present state began. Unknown facts are absent. Rows of clusters that are gone from the configuration are gone too; a cluster
 * that was recreated under its name keeps its row with another incarnation.
 *
 * @public
 */
export const clusterRowSchema = z.object({
  ...resourceRowShape,
  title: z.string(),
  aliases: z.array(z.string()),
  state: clusterStateSchema,
  reason: failureReasonSchema.optional(),
  message: z.string().optional(),
  advice: z.string().optional(),
  since: z.number(),
  lastContact: z.number().optional(),
  incarnation: z.string().optional(),
  version: z.string().optional(),
  facts: clusterFactsSchema,
  source: clusterSourceSchema,
  /** Address of the API server; absent when the definition holds none. */
  server: z.string().optional(),
  auth: clusterAuthSchema,
  /** The only namespaces that the credential reads, where it does not read all. */
  namespaces: z.array(z.string()).optional(),
  labels: z.record(z.string(), z.string()),
  demo: z.boolean(),
});

/** @public */
export type ClusterRow = z.infer<typeof clusterRowSchema>;

/** The connected clusters themselves. @public */
export const clustersResource = createResourceRef({
  id: 'clusters',
  title: 'Clusters',
  scope: 'cluster',
  row: clusterRowSchema,
});
