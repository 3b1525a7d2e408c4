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

import type { SeededRandom } from '../world/SeededRandom';
import type { NodePool, ScenarioCluster } from './scenarioSchema';

/** What a cloud makes of the nodes of a pool. */
export interface NodeShape {
  name: string;
  providerID: string;
  labels: Record<string, string>;
  annotations?: Record<string, string>;
  osImage: string;
  kernelVersion: string;
  containerRuntime: string;
  kubeletVersion: string;
}

interface NodePlace {
  cluster: ScenarioCluster;
  pool: NodePool;
  zone: string;
  internalIP: string;
  index: number;
  random: SeededRandom;
}

type Provider = (place: NodePlace) => NodeShape;

const eks: Provider = ({ cluster, pool, zone, internalIP, random }) => {
  const instance = `i-0${random.hex(16)}`;
  return {
    name: `ip-${internalIP.replaceAll('.', '-')}.${cluster.region}.compute.internal`,
    providerID: `aws:///${zone}/${instance}`,
    labels: {
      'alpha.eksctl.io/cluster-name': cluster.name,
      'alpha.eksctl.io/nodegroup-name': pool.name,
      'eks.amazonaws.com/capacityType': pool.spot ? 'SPOT' : 'ON_DEMAND',
      'eks.amazonaws.com/nodegroup': pool.name,
      'eks.amazonaws.com/nodegroup-image': `ami-0${random.hex(16)}`,
      'topology.ebs.csi.aws.com/zone': zone,
      'topology.k8s.aws/zone-id': `${cluster.region.replace(/[a-z]+-/g, part => part[0])}-az${zone.charCodeAt(zone.length - 1) - 96}`,
    },
    osImage: 'Amazon Linux 2023.9.20260115',
    kernelVersion: '6.12.58-82.121.amzn2023.x86_64',
    containerRuntime: 'containerd://2.1.5',
    kubeletVersion: `${cluster.version}-eks-113cf36`,
  };
};

const gke: Provider = ({ cluster, pool, zone, random }) => {
  const name = `gke-${cluster.name}-${pool.name}-${random.hex(8)}-${random.letters(4)}`;
  return {
    name,
    providerID: `gce://quarterdeck-${cluster.name.split('-')[0]}/${zone}/${name}`,
    labels: {
      'cloud.google.com/gke-boot-disk': 'pd-balanced',
      'cloud.google.com/gke-container-runtime': 'containerd',
      'cloud.google.com/gke-cpu-scaling-level': String(pool.cpu),
      'cloud.google.com/gke-logging-variant': 'DEFAULT',
      'cloud.google.com/gke-nodepool': pool.name,
      'cloud.google.com/gke-os-distribution': 'cos',
      'cloud.google.com/machine-family': pool.instanceType.split('-')[0],
      ...(pool.spot && { 'cloud.google.com/gke-spot': 'true' }),
      'topology.gke.io/zone': zone,
    },
    osImage: 'Container-Optimized OS from Google',
    kernelVersion: '6.12.46+',
    containerRuntime: 'containerd://2.1.4',
    kubeletVersion: `${cluster.version}-gke.1821000`,
  };
};

const aks: Provider = ({ cluster, pool, zone, index }) => {
  const scaleSet = `aks-${pool.name}-31415926-vmss`;
  const group = `MC_rg-${cluster.name}_${cluster.name}_${cluster.region}`;
  return {
    name: `${scaleSet}${index.toString(36).padStart(6, '0')}`,
    providerID: `azure:///subscriptions/6f1c2d3e-4b5a-4c7d-8e9f-0a1b2c3d4e5f/resourceGroups/${group.toLocaleLowerCase('en-US')}/providers/Microsoft.Compute/virtualMachineScaleSets/${scaleSet}/virtualMachines/${index}`,
    labels: {
      agentpool: pool.name,
      'kubernetes.azure.com/agentpool': pool.name,
      'kubernetes.azure.com/cluster': group,
      'kubernetes.azure.com/mode': pool.name === 'system' ? 'system' : 'user',
      'kubernetes.azure.com/os-sku': 'AzureLinux',
      'kubernetes.azure.com/role': 'agent',
      ...(pool.spot && { 'kubernetes.azure.com/scalesetpriority': 'spot' }),
      'topology.disk.csi.azure.com/zone': zone,
    },
    osImage: 'Microsoft Azure Linux 3.0',
    kernelVersion: '6.6.112.1-2.azl3',
    containerRuntime: 'containerd://2.0.0',
    kubeletVersion: cluster.version,
  };
};

const coreweave: Provider = ({ cluster, pool, random }) => {
  const name = `g${random.hex(6)}`;
  return {
    name,
    providerID: `coreweave://${name}`,
    labels: {
      'compute.coreweave.com/node-pool': pool.name,
      'ib.coreweave.cloud/fabric': `${cluster.region}-1`,
      'node.coreweave.cloud/class': pool.gpus > 0 ? 'gpu' : 'cpu',
      'node.coreweave.cloud/state': 'production',
      'node.coreweave.cloud/type': pool.instanceType,
    },
    osImage: 'Ubuntu 22.04.5 LTS',
    kernelVersion: '6.8.0-87-generic',
    containerRuntime: 'containerd://1.7.28',
    kubeletVersion: cluster.version,
  };
};

const openshift: Provider = ({ cluster, pool, index }) => ({
  name: `${cluster.name}-${pool.name}-${index}.ocp.example.com`,
  providerID: `vsphere://42${String(index).padStart(6, '0')}-5f1e-4c7d-8e9f-0a1b2c3d4e5f`,
  labels: {
    'node-role.kubernetes.io/worker': '',
    'node.openshift.io/os_id': 'rhel',
  },
  annotations: {
    'machine.openshift.io/machine': `openshift-machine-api/${cluster.name}-${pool.name}-${index}`,
    'machineconfiguration.openshift.io/state': 'Done',
  },
  osImage:
    'Red Hat Enterprise Linux CoreOS 9.6.20260112-0 (Plow) with kernel 5.14',
  kernelVersion: '5.14.0-570.62.1.el9_6.x86_64',
  containerRuntime: 'cri-o://1.34.3-2.rhaos4.21.git1b5e3a9.el9',
  kubeletVersion: cluster.version,
});

const kind: Provider = ({ cluster, index }) => {
  const name = `${cluster.name}-${index === 0 ? 'control-plane' : `worker${index}`}`;
  return {
    name,
    providerID: `kind://docker/${cluster.name}/${name}`,
    labels: {
      ...(index === 0 && { 'node-role.kubernetes.io/control-plane': '' }),
    },
    osImage: 'Debian GNU/Linux 12 (bookworm)',
    kernelVersion: '6.12.54-linuxkit',
    containerRuntime: 'containerd://2.2.0',
    kubeletVersion: cluster.version,
  };
};

const k3s: Provider = ({ cluster, index }) => {
  const name = `${cluster.name}-${index + 1}`;
  return {
    name,
    providerID: `k3s://${name}`,
    labels: {
      'node-role.kubernetes.io/control-plane': 'true',
      'node-role.kubernetes.io/etcd': 'true',
    },
    osImage: 'Debian GNU/Linux 12 (bookworm)',
    kernelVersion: '6.1.0-39-arm64',
    containerRuntime: 'containerd://2.1.4-k3s1',
    kubeletVersion: `${cluster.version}+k3s1`,
  };
};

const PROVIDER_OF: Record<ScenarioCluster['provider'], Provider> = {
  eks,
  gke,
  aks,
  coreweave,
  openshift,
  kind,
  k3s,
};

export function nodeShape(place: NodePlace): NodeShape {
  return PROVIDER_OF[place.cluster.provider](place);
}

/** The version that the API server of a provider reports. */
export function serverVersion(cluster: ScenarioCluster): string {
  switch (cluster.provider) {
    case 'eks':
      return `${cluster.version}-eks-b3126f4`;
    case 'gke':
      return `${cluster.version}-gke.1821000`;
    case 'k3s':
      return `${cluster.version}+k3s1`;
    default:
      return cluster.version;
  }
}
