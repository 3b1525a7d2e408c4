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
import { BEHAVIOURS } from '../controllers/kubelet/behaviour';

const name = z
  .string()
  .regex(
    /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/,
    'must be lower-case letters, digits, dots and hyphens',
  );
const labels = z.record(z.string(), z.string());
const count = z.int().min(0);

const quantity = z
  .union([z.string(), z.number()])
  .transform(String)
  .refine(value => /^\d+(\.\d+)?([munkMGTP]|[KMGTP]i)?$/.test(value), {
    message: 'must be a quantity such as 250m or 512Mi',
  });

const toleration = z.strictObject({
  key: z.string().optional(),
  operator: z.enum(['Exists', 'Equal']).optional(),
  value: z.string().optional(),
  effect: z.enum(['NoSchedule', 'PreferNoSchedule', 'NoExecute']).optional(),
});

/** One workload, from which a Deployment or another kind is made. */
export const workloadSchema = z.strictObject({
  kind: z
    .enum(['Deployment', 'StatefulSet', 'DaemonSet', 'CronJob', 'Job'])
    .default('Deployment'),
  namespace: name,
  name,
  image: z.string().min(1),
  replicas: count.default(1),
  /** Catalog system, for `app.kubernetes.io/part-of`. */
  partOf: name.optional(),
  cpu: quantity.optional(),
  memory: quantity.optional(),
  gpu: count.optional(),
  port: z.int().min(1).max(65_535).optional(),
  /** Adds a second container, as a service mesh does. */
  sidecar: z.boolean().default(false),
  behaviour: z.enum(BEHAVIOURS).default('healthy'),
  runSeconds: z.number().positive().optional(),
  /** How long ago it was first applied; some time in the last weeks unless told. */
  ageMinutes: z.number().positive().optional(),
  schedule: z.string().optional(),
  suspend: z.boolean().optional(),
  nodeSelector: labels.optional(),
  tolerations: z.array(toleration).optional(),
  storage: quantity.optional(),
  /** Whether replicas follow the scale of the cluster. */
  scales: z.boolean().default(true),
  /** Most pods that may be missing; makes a PodDisruptionBudget. */
  maxUnavailable: count.optional(),
  /** Adds a Secret with credentials. */
  secret: z.boolean().default(false),
  /** Adds the Secret of a Helm release: the chart and its version. */
  helm: z.strictObject({ chart: name, version: z.string() }).optional(),
  /** Adds an Ingress for this host, with a Secret for its certificate. */
  host: z.string().optional(),
  /** Adds a HorizontalPodAutoscaler that keeps the CPU near this percentage. */
  autoscale: z
    .strictObject({
      min: z.int().min(1),
      max: z.int().min(1),
      cpu: z.int().min(1).default(70),
    })
    .optional(),
  /** Work that all pods share, in CPU requests of one pod. */
  demand: z.number().positive().optional(),
  priority: z
    .enum(['system-node-critical', 'system-cluster-critical'])
    .optional(),
});

export const PROVIDERS = [
  'eks',
  'gke',
  'aks',
  'coreweave',
  'openshift',
  'kind',
  'k3s',
] as const;

const nodePoolSchema = z.strictObject({
  name,
  count: z.int().min(1),
  instanceType: z.string().min(1),
  zones: z.array(z.string().min(1)).min(1),
  cpu: z.int().min(1),
  memoryGi: z.number().positive(),
  pods: z.int().min(1).default(110),
  gpus: count.default(0),
  spot: z.boolean().default(false),
  labels: labels.default({}),
  taints: z
    .array(
      z.strictObject({
        key: z.string(),
        value: z.string().optional(),
        effect: z.enum(['NoSchedule', 'PreferNoSchedule', 'NoExecute']),
      }),
    )
    .default([]),
  /** How many of the nodes have lost their kubelet. */
  dead: count.default(0),
  /** How many of the nodes are cordoned. */
  cordoned: count.default(0),
});

const clusterSchema = z.strictObject({
  name,
  provider: z.enum(PROVIDERS),
  region: z.string().min(1),
  version: z
    .string()
    .regex(/^v1\.\d+\.\d+/, 'must be a version such as v1.34.2'),
  /** Delay of every answer, in milliseconds. */
  latencyMs: z.number().min(0).default(0),
  /** false: no metrics server is installed. */
  metrics: z.boolean().default(true),
  /** false: the endpoint refuses connections until somebody starts it. */
  reachable: z.boolean().default(true),
  nodePools: z.array(nodePoolSchema).min(1),
  /** Sets of the scenario that run here. */
  include: z.array(z.string()).default([]),
  /** Factor on the replicas of included workloads that scale. */
  scale: z.number().positive().default(1),
  workloads: z.array(workloadSchema).default([]),
  /** Rollouts, scalings and restarts an hour, apart from what breaks by itself. */
  churnPerHour: z.number().min(0).default(0),
});

const teamSchema = z.strictObject({
  /** Catalog system of the team's workloads, unless they name another. */
  system: name.optional(),
  namespaces: z.array(name).min(1),
  /** Gives the namespaces network policies, and limits for who asks for none. */
  guarded: z.boolean().default(false),
});

export const scenarioSchema = z.strictObject({
  name,
  description: z.string().optional(),
  /** Owners of namespaces: groups of the catalog. */
  teams: z.record(z.string(), teamSchema).default({}),
  workloadSets: z.record(z.string(), z.array(workloadSchema)).default({}),
  clusters: z.array(clusterSchema).min(1),
  /** Files of packs, relative to the scenario. */
  packs: z.array(z.string()).default([]),
});

/** What a feature pack adds to clusters of a scenario. */
export const packSchema = z.strictObject({
  pack: name,
  description: z.string().optional(),
  /** Names of clusters; `*` stands for all. */
  clusters: z.array(z.string()).min(1),
  /**
   * Kubernetes objects, with their status. A text such as `${now+23d}` becomes
   * that time.
   */
  objects: z
    .array(
      z.looseObject({
        apiVersion: z.string(),
        kind: z.string(),
        metadata: z.looseObject({ name: z.string() }),
      }),
    )
    .default([]),
  workloads: z.array(workloadSchema).default([]),
});

export type Workload = z.infer<typeof workloadSchema>;
export type NodePool = z.infer<typeof nodePoolSchema>;
export type ScenarioCluster = z.infer<typeof clusterSchema>;
export type Scenario = z.infer<typeof scenarioSchema>;
export type Pack = z.infer<typeof packSchema>;
export type ScenarioInput = z.input<typeof scenarioSchema>;
