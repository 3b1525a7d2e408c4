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

import { ClusterDetails } from '@backstage/plugin-kubernetes-node';
import { ClusterState } from '@quarterdeck/backstage-plugin-fleet-common';
import { FleetCluster } from '@quarterdeck/backstage-plugin-fleet-node';

/** A cluster that does not answer costs every visitor of the plugin's pages the wait for it. */
const reachable: readonly ClusterState[] = ['healthy', 'degraded'];

/**
 * A cluster as the Kubernetes plugin wants it; undefined for one that it cannot log in to, for it has no way to take client certificates, or that does
 * not answer.
 *
 * @throws Error when the cluster's token cannot be had at present.
 */
export async function clusterDetails({
  row,
  login,
}: FleetCluster): Promise<ClusterDetails | undefined> {
  if (
    !login ||
    row.source === 'kubernetes-proxy' ||
    !reachable.includes(row.state)
  ) {
    return undefined;
  }
  return {
    name: row.cluster,
    title: row.title,
    url: login.server.replace(/\/+$/, ''),
    skipTLSVerify: login.insecureSkipTlsVerify,
    skipMetricsLookup: false,
    caData:
      login.certificateAuthority &&
      Buffer.from(login.certificateAuthority).toString('base64'),
    authMetadata: {
      'kubernetes.io/auth-provider': 'serviceAccount',
      serviceAccountToken: await login.token(),
    },
  };
}
