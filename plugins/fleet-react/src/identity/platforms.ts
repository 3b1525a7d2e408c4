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

import { ClusterFacts } from '@quarterdeck/backstage-plugin-fleet-common';

/** Shapes of ours; none is a mark of a company. */
export type PlatformGlyph =
  | 'blocks'
  | 'hexagon'
  | 'peak'
  | 'ring'
  | 'waves'
  | 'pill'
  | 'drop'
  | 'barn'
  | 'dots'
  | 'box'
  | 'cube'
  | 'wheel'
  | 'rack'
  | 'cloud'
  | 'unknown';

/** How a platform is called and drawn. */
export interface PlatformLook {
  /** A proper name; absent for what is called by a common word. */
  name?: string;
  glyph: PlatformGlyph;
  /** Degrees on the colour circle; absent for grey. */
  hue?: number;
}

const distributions: Readonly<Record<string, PlatformLook>> = {
  eks: { name: 'Amazon EKS', glyph: 'blocks', hue: 65 },
  gke: { name: 'Google GKE', glyph: 'hexagon', hue: 265 },
  aks: { name: 'Azure AKS', glyph: 'peak', hue: 235 },
  openshift: { name: 'OpenShift', glyph: 'ring', hue: 25 },
  cks: { name: 'CoreWeave CKS', glyph: 'waves', hue: 280 },
  oke: { name: 'Oracle OKE', glyph: 'pill', hue: 35 },
  doks: { name: 'DigitalOcean Kubernetes', glyph: 'drop', hue: 250 },
  lke: { name: 'Akamai LKE', glyph: 'blocks', hue: 150 },
  ack: { name: 'Alibaba ACK', glyph: 'hexagon', hue: 50 },
  iks: { name: 'IBM Cloud Kubernetes', glyph: 'waves', hue: 255 },
  rancher: { name: 'Rancher RKE2', glyph: 'barn', hue: 200 },
  k3s: { name: 'K3s', glyph: 'dots', hue: 95 },
  k3d: { name: 'k3d', glyph: 'dots', hue: 120 },
  kind: { name: 'kind', glyph: 'box', hue: 215 },
  minikube: { name: 'minikube', glyph: 'cube', hue: 185 },
  microk8s: { name: 'MicroK8s', glyph: 'cube', hue: 45 },
  kubernetes: { name: 'Kubernetes', glyph: 'wheel', hue: 260 },
};

const providers: Readonly<Record<string, PlatformLook>> = {
  aws: { name: 'AWS', glyph: 'blocks', hue: 65 },
  gcp: { name: 'Google Cloud', glyph: 'hexagon', hue: 265 },
  azure: { name: 'Azure', glyph: 'peak', hue: 235 },
  coreweave: { name: 'CoreWeave', glyph: 'waves', hue: 280 },
  oracle: { name: 'Oracle Cloud', glyph: 'pill', hue: 35 },
  digitalocean: { name: 'DigitalOcean', glyph: 'drop', hue: 250 },
  akamai: { name: 'Akamai', glyph: 'blocks', hue: 150 },
  alibaba: { name: 'Alibaba Cloud', glyph: 'hexagon', hue: 50 },
  ibm: { name: 'IBM Cloud', glyph: 'waves', hue: 255 },
  hetzner: { name: 'Hetzner', glyph: 'rack', hue: 25 },
  openstack: { name: 'OpenStack', glyph: 'cloud', hue: 15 },
  vsphere: { name: 'vSphere', glyph: 'rack', hue: 140 },
  local: { glyph: 'box' },
  bare: { glyph: 'rack' },
};

function find(
  looks: Readonly<Record<string, PlatformLook>>,
  value: string | undefined,
): PlatformLook | undefined {
  return value !== undefined && Object.hasOwn(looks, value)
    ? looks[value]
    : undefined;
}

/** The proper name of a platform; undefined when it has none here. */
export function platformName(
  fact: 'provider' | 'distribution',
  value: string,
): string | undefined {
  return find(fact === 'provider' ? providers : distributions, value)?.name;
}

/** The look of a cluster: by its distribution, but a plain Kubernetes on somebody's machines by whose they are. */
export function platformLook(facts: ClusterFacts | undefined): PlatformLook {
  const { provider, distribution } = facts ?? {};
  const byDistribution = find(distributions, distribution?.value);
  const byProvider = find(providers, provider?.value);
  const plain = distribution?.value === 'kubernetes';
  return (
    (plain
      ? (byProvider ?? byDistribution)
      : (byDistribution ?? byProvider)) ?? {
      glyph: 'unknown',
    }
  );
}
