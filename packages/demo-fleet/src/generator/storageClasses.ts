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

import type { KubeObjectInput } from '../store/ObjectStore';
import type { ScenarioCluster } from './scenarioSchema';

interface Class {
  name: string;
  provisioner: string;
  parameters?: Record<string, string>;
}

/** The class that comes first is the default one. */
const CLASSES: Record<ScenarioCluster['provider'], Class[]> = {
  eks: [
    {
      name: 'gp3',
      provisioner: 'ebs.csi.aws.com',
      parameters: { type: 'gp3' },
    },
    {
      name: 'gp2',
      provisioner: 'ebs.csi.aws.com',
      parameters: { type: 'gp2' },
    },
  ],
  gke: [
    {
      name: 'standard-rwo',
      provisioner: 'pd.csi.storage.gke.io',
      parameters: { type: 'pd-balanced' },
    },
    {
      name: 'premium-rwo',
      provisioner: 'pd.csi.storage.gke.io',
      parameters: { type: 'pd-ssd' },
    },
  ],
  aks: [
    {
      name: 'default',
      provisioner: 'disk.csi.azure.com',
      parameters: { skuname: 'StandardSSD_LRS' },
    },
    {
      name: 'managed-csi-premium',
      provisioner: 'disk.csi.azure.com',
      parameters: { skuname: 'Premium_LRS' },
    },
  ],
  coreweave: [{ name: 'shared-vast', provisioner: 'csi.vastdata.com' }],
  openshift: [
    {
      name: 'thin-csi',
      provisioner: 'csi.vsphere.vmware.com',
      parameters: { StoragePolicyName: 'openshift-storage-policy' },
    },
  ],
  kind: [{ name: 'standard', provisioner: 'rancher.io/local-path' }],
  k3s: [{ name: 'local-path', provisioner: 'rancher.io/local-path' }],
};

/** The storage classes that a cluster of a provider comes with. */
export function storageClasses(
  provider: ScenarioCluster['provider'],
): KubeObjectInput[] {
  return CLASSES[provider].map(({ name, provisioner, parameters }, index) => ({
    apiVersion: 'storage.k8s.io/v1',
    kind: 'StorageClass',
    metadata: {
      name,
      ...(index === 0 && {
        annotations: { 'storageclass.kubernetes.io/is-default-class': 'true' },
      }),
    },
    provisioner,
    ...(parameters && { parameters }),
    reclaimPolicy: 'Delete',
    allowVolumeExpansion: provisioner !== 'rancher.io/local-path',
    volumeBindingMode: 'WaitForFirstConsumer',
  }));
}
