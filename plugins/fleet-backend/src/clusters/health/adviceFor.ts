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
  ClusterSourceType,
  FailureReason,
} from '@quarterdeck/backstage-plugin-fleet-common';

const PLACES: Readonly<Record<ClusterSourceType, string>> = {
  kubeconfig: 'its kubeconfig',
  'in-cluster': "the backend's service account",
  'kubernetes-config': 'the section kubernetes of the configuration',
  'kubernetes-proxy': "the Kubernetes plugin's configuration",
  stored: 'the connected clusters of the portal',
};

/** Where a cluster is defined, in words. */
export function placeOf(source: ClusterSourceType): string {
  return PLACES[source];
}

/** What a person can do about a cluster that cannot be read. */
export function adviceFor(
  reason: FailureReason,
  options: { source: ClusterSourceType; server?: URL },
): string {
  const place = placeOf(options.source);
  const { server } = options;
  switch (reason) {
    case 'auth':
      return `Renew the token or certificate of this cluster in ${place}; it is used at once.`;
    case 'forbidden':
      return "Give the credential a role that may list and watch these kinds: the cluster's page of access shows what is missing, and makes a manifest for it.";
    case 'certificate':
      return `Check that the certificate authority in ${place} is this cluster's and that the server's certificate is valid for its address.`;
    case 'dns':
      return `Check the host name of the server in ${place}, and with '${server ? `nslookup ${server.hostname}` : 'nslookup'}' the DNS of the machine that runs the backend.`;
    case 'refused':
      return `Check that the API server runs and that its port is right${tryIt(server)}; the connection heals by itself.`;
    case 'timeout':
      return `Check the network and firewalls between the backend and the API server${tryIt(server)}; the connection heals by itself.`;
    case 'degraded':
      return "The API server is in trouble: 'kubectl get --raw /readyz?verbose' shows with what. The rows shown are the last that it gave.";
    default:
      return `Check that the API server is up and can be reached from the backend${tryIt(server)}; the connection heals by itself.`;
  }
}

function tryIt(server: URL | undefined): string {
  return server
    ? `, e.g. with 'curl -k ${server.origin}/livez' where the backend runs`
    : '';
}
