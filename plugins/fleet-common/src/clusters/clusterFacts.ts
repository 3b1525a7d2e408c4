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

/**
 * Something that was concluded about a cluster, and from what: evidence is a short sentence that names the label, address or version it rests on.
 *
 * @public
 */
export const clusterFactSchema = z.object({
  value: z.string(),
  evidence: z.string(),
});

/** @public */
export type ClusterFact = z.infer<typeof clusterFactSchema>;

/**
 * What kind of cluster it is and where it runs. What nothing speaks for is absent.
 *
 * @remarks
 *
 * `provider` is whose machines they are (`aws`, `gcp`, `azure`, `coreweave`, `oracle`, `digitalocean`, `local`, `bare`, …), `distribution` which
 * Kubernetes it is (`eks`, `gke`, `aks`, `openshift`, `cks`, `rancher`, `k3s`, `k3d`, `kind`, `minikube`, `kubernetes`, …). `console` is the
 * address of the provider's own page of this cluster.
 *
 * @public
 */
export const clusterFactsSchema = z.object({
  provider: clusterFactSchema.optional(),
  distribution: clusterFactSchema.optional(),
  region: clusterFactSchema.optional(),
  environment: clusterFactSchema.optional(),
  console: clusterFactSchema.optional(),
});

/** @public */
export type ClusterFacts = z.infer<typeof clusterFactsSchema>;

/** The facts that a list of clusters can be grouped by. @public */
export const groupableClusterFacts = [
  'provider',
  'distribution',
  'region',
  'environment',
] as const;

/** @public */
export type GroupableClusterFact = (typeof groupableClusterFacts)[number];
