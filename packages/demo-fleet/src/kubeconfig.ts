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

import { stringify } from 'yaml';
import type { DemoTokens } from './api/startApiServer';

export interface KubeconfigCluster {
  name: string;
  url: string;
  /** PEM of the authority that signed the server's certificate. */
  ca: string;
  tokens: DemoTokens;
  portalToken: string;
}

/**
 * A kubeconfig with three contexts a cluster: `<name>` as cluster-admin,
 * `<name>-viewer`, and `<name>-nobody` who may do nothing.
 */
export function kubeconfigOf(clusters: readonly KubeconfigCluster[]): string {
  return write(clusters, ({ name, tokens }) => [
    { name, user: `${name}-admin`, token: tokens.admin },
    { name: `${name}-viewer`, user: `${name}-viewer`, token: tokens.viewer },
    { name: `${name}-nobody`, user: `${name}-nobody`, token: tokens.nobody },
  ]);
}

/**
 * A kubeconfig as a portal has it: one context a cluster, as a service account
 * that reads all but secrets, and scales and restarts workloads.
 */
export function portalKubeconfigOf(
  clusters: readonly KubeconfigCluster[],
): string {
  return write(clusters, ({ name, portalToken }) => [
    { name, user: `${name}-portal`, token: portalToken },
  ]);
}

interface Context {
  name: string;
  user: string;
  token: string;
}

function write(
  clusters: readonly KubeconfigCluster[],
  contextsOf: (cluster: KubeconfigCluster) => Context[],
): string {
  const contexts = clusters.flatMap(cluster =>
    contextsOf(cluster).map(context => ({ ...context, cluster: cluster.name })),
  );
  return stringify({
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': clusters[0]?.name ?? '',
    preferences: {},
    clusters: clusters.map(({ name, url, ca }) => ({
      name,
      cluster: {
        server: url,
        'certificate-authority-data': Buffer.from(ca).toString('base64'),
      },
    })),
    users: contexts.map(({ user, token }) => ({ name: user, user: { token } })),
    contexts: contexts.map(({ name, cluster, user }) => ({
      name,
      context: { cluster, user },
    })),
  });
}
