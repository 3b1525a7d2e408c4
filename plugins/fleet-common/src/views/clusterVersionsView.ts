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
import { clusterStateSchema } from '../clusters/clusterHealth';
import { createViewRef } from './ViewRef';

/**
 * The version of one cluster's API server and those of its kubelets, oldest first.
 *
 * @remarks
 *
 * `version` is absent while the server has not said it. `skew` is how many minor versions a kubelet is older than the API server (negative:
 * newer), absent when that cannot be told; `outside` counts the nodes whose kubelet Kubernetes does not support with this server, absent
 * when it is known of none. Both are by the version skew policy of Kubernetes: see `isSupportedKubelet`. `nodes` is absent while no node
 * has been read.
 *
 * @public
 */
export const clusterVersionsRowSchema = z.object({
  cluster: z.string(),
  title: z.string(),
  state: clusterStateSchema,
  version: z.string().optional(),
  nodes: z.number().int().optional(),
  kubelets: z.array(
    z.object({
      version: z.string(),
      nodes: z.number().int(),
      skew: z.number().int().optional(),
    }),
  ),
  skew: z.number().int().optional(),
  outside: z.number().int().optional(),
});

/** @public */
export type ClusterVersionsRow = z.infer<typeof clusterVersionsRowSchema>;

/**
 * Versions of API servers and kubelets, the oldest server first; those that are not known last.
 *
 * @public
 */
export const clusterVersionsView = createViewRef({
  id: 'clusters.versions',
  title: 'Versions of clusters',
  params: z.object({}),
  row: clusterVersionsRowSchema,
  summary: z.object({
    /** By minor version, oldest first: clusters by their API server, nodes by their kubelet. */
    minors: z.array(
      z.object({
        minor: z.string(),
        clusters: z.number().int(),
        nodes: z.number().int(),
      }),
    ),
    /** Clusters whose API server has not said its version. */
    unknown: z.number().int(),
    /** Clusters with a kubelet that is not supported with their API server. */
    outside: z.number().int(),
  }),
  key: row => row.cluster,
});
