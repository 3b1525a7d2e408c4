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

/** What a label of a node says of the platform that it belongs to. */
export interface PlatformMark {
  readonly provider?: string;
  readonly distribution?: string;
}

/** Labels that platforms give to their nodes themselves. */
const MARKS: Readonly<Record<string, PlatformMark>> = {
  'eks.amazonaws.com/nodegroup': { provider: 'aws', distribution: 'eks' },
  'eks.amazonaws.com/compute-type': { provider: 'aws', distribution: 'eks' },
  'alpha.eksctl.io/cluster-name': { provider: 'aws', distribution: 'eks' },
  'cloud.google.com/gke-nodepool': { provider: 'gcp', distribution: 'gke' },
  'kubernetes.azure.com/cluster': { provider: 'azure', distribution: 'aks' },
  'node.openshift.io/os_id': { distribution: 'openshift' },
  'node.coreweave.cloud/class': { provider: 'coreweave', distribution: 'cks' },
  'compute.coreweave.com/node-pool': {
    provider: 'coreweave',
    distribution: 'cks',
  },
  'doks.digitalocean.com/node-pool': {
    provider: 'digitalocean',
    distribution: 'doks',
  },
  'oci.oraclecloud.com/fault-domain': { provider: 'oracle' },
  'ibm-cloud.kubernetes.io/worker-id': { provider: 'ibm' },
  'lke.linode.com/pool-id': { provider: 'akamai', distribution: 'lke' },
  'minikube.k8s.io/name': { provider: 'local', distribution: 'minikube' },
  'microk8s.io/cluster': { distribution: 'microk8s' },
  'rke.cattle.io/machine': { distribution: 'rancher' },
};

/** The part of a node's labels that tells its platform; undefined when none does. */
export function platformLabels(
  labels: Readonly<Record<string, string>>,
  intern: (text: string) => string,
): Record<string, string> | undefined {
  let found: Record<string, string> | undefined;
  for (const label of Object.keys(MARKS)) {
    const value = labels[label];
    if (typeof value === 'string') {
      found ??= {};
      found[label] = intern(value);
    }
  }
  return found;
}

/** What one of these labels says. */
export function markOf(label: string): PlatformMark {
  return MARKS[label] ?? {};
}
