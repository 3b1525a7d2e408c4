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

import type { ClusterAddress } from './FaultSystem';

/** A kubeconfig with one context for each cluster, as its administrator. */
export function kubeconfigOf(clusters: readonly ClusterAddress[]): string {
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: clusters.map(({ name, url, ca }) => ({
      name,
      cluster: {
        server: url,
        'certificate-authority-data': Buffer.from(ca).toString('base64'),
      },
    })),
    users: clusters.map(({ name, tokens }) => ({
      name,
      user: { token: tokens.admin },
    })),
    contexts: clusters.map(({ name }) => ({
      name,
      context: { cluster: name, user: name },
    })),
  });
}
