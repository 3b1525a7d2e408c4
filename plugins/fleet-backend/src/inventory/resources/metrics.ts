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

import {
  NodeMetricsRow,
  nodeMetricsResource,
  PodMetricsRow,
  podMetricsResource,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  ClusterRequestError,
  PollContext,
  polledResource,
} from '@quarterdeck/backstage-plugin-fleet-node';
import { epochOf } from './kubernetesTime';
import { parseQuantity } from './quantity';

const API = '/apis/metrics.k8s.io/v1beta1';
const INTERVAL = 30_000;
const TIMEOUT = 20_000;
/** Namespaces that are asked for one by one, where the credential does not read all. */
const MOST_NAMESPACES = 50;

interface Usage {
  cpu?: string;
  memory?: string;
}

interface Metrics {
  metadata: { name: string; namespace?: string };
  timestamp?: string;
  window?: string;
  usage?: Usage;
  containers?: { usage?: Usage }[];
}

const access = (resource: string) =>
  [{ verbs: ['list'], group: 'metrics.k8s.io', resource }] as const;

/** Use of pods by metrics.k8s.io, while somebody looks: one request a cluster, or one a namespace where the credential reads only some. */
export const podMetrics = polledResource(podMetricsResource, {
  interval: INTERVAL,
  timeout: TIMEOUT,
  keep: 'while-viewed',
  rbac: access('pods'),
  poll: async context => {
    const paths = context.namespaces
      ?.slice(0, MOST_NAMESPACES)
      .map(
        namespace => `${API}/namespaces/${encodeURIComponent(namespace)}/pods`,
      ) ?? [`${API}/pods`];
    const rows: PodMetricsRow[] = [];
    for (const path of paths) {
      for (const item of await readMetrics(context, path)) {
        rows.push(podMetricsRow(item, context));
      }
    }
    return rows;
  },
});

/** Use of nodes by metrics.k8s.io, while somebody looks. */
export const nodeMetrics = polledResource(nodeMetricsResource, {
  interval: INTERVAL,
  timeout: TIMEOUT,
  keep: 'while-viewed',
  rbac: access('nodes'),
  poll: async context => {
    const items = await readMetrics(context, `${API}/nodes`);
    return items.map(item => nodeMetricsRow(item, context));
  },
});

async function readMetrics(
  { connection, signal }: PollContext,
  path: string,
): Promise<Metrics[]> {
  try {
    const list = await connection.get<{ items?: Metrics[] | null }>(path, {
      signal,
      timeout: TIMEOUT,
    });
    return (list.items ?? []).filter(item => item?.metadata?.name);
  } catch (error) {
    throw absent(error, connection.cluster);
  }
}

/** What the API server says where nothing serves metrics tells a person nothing. */
function absent(error: unknown, cluster: string): unknown {
  return error instanceof ClusterRequestError && error.status === 404
    ? new ClusterRequestError(
        `Cluster '${cluster}' has no metrics.k8s.io; metrics-server provides it`,
        { cluster, reason: 'not-installed', status: 404, cause: error },
      )
    : error;
}

function podMetricsRow(
  { metadata, containers, ...measured }: Metrics,
  { connection, intern }: PollContext,
): PodMetricsRow {
  const namespace = intern(metadata.namespace ?? '');
  const usages = (containers ?? []).map(({ usage }) => usage);
  return {
    uid: `${namespace}/${metadata.name}`,
    cluster: connection.cluster,
    namespace,
    name: metadata.name,
    cpu: sum(usages.map(usage => usage?.cpu)),
    memory: sum(usages.map(usage => usage?.memory)),
    ...timesOf(measured),
  };
}

function nodeMetricsRow(
  { metadata, usage, ...measured }: Metrics,
  { connection, intern }: PollContext,
): NodeMetricsRow {
  const name = intern(metadata.name);
  return {
    uid: name,
    cluster: connection.cluster,
    namespace: '',
    name,
    cpu: sum([usage?.cpu]),
    memory: sum([usage?.memory]),
    ...timesOf(measured),
  };
}

function timesOf({ timestamp, window }: Pick<Metrics, 'timestamp' | 'window'>) {
  return {
    measured: epochOf(timestamp) ?? 0,
    window: parseDuration(window ?? ''),
  };
}

/** Kept to nano cores and bytes: what is finer comes from adding. */
function sum(quantities: readonly (string | undefined)[]): number {
  const total = quantities.reduce(
    (amount, quantity) => amount + parseQuantity(quantity),
    0,
  );
  return Math.round(total * 1e9) / 1e9;
}

const UNITS: Readonly<Record<string, number>> = {
  h: 3_600_000,
  m: 60_000,
  s: 1_000,
  ms: 1,
};

/** Milliseconds of a duration as Go writes it: `1m30.5s`. */
function parseDuration(text: string): number {
  let milliseconds = 0;
  for (const [, amount, unit] of text.matchAll(/([\d.]+)(h|ms|m|s)/g)) {
    milliseconds += Number(amount) * UNITS[unit];
  }
  return Math.round(milliseconds);
}
