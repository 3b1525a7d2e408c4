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

/** What the provider id of a node tells. */
export interface ProviderIdEvidence {
  readonly provider?: string;
  readonly distribution?: string;
}

/** By the scheme of the id, as the cloud controllers write it. */
const SCHEMES: Readonly<Record<string, ProviderIdEvidence>> = {
  aws: { provider: 'aws' },
  gce: { provider: 'gcp' },
  azure: { provider: 'azure' },
  oci: { provider: 'oracle' },
  digitalocean: { provider: 'digitalocean' },
  linode: { provider: 'akamai' },
  hcloud: { provider: 'hetzner' },
  ibm: { provider: 'ibm' },
  openstack: { provider: 'openstack' },
  vsphere: { provider: 'vsphere' },
  coreweave: { provider: 'coreweave', distribution: 'cks' },
  kind: { provider: 'local', distribution: 'kind' },
  k3s: { provider: 'bare', distribution: 'k3s' },
  rke2: { provider: 'bare', distribution: 'rancher' },
};

/** The scheme of a provider id; undefined when it has none. */
export function schemeOf(providerId: string): string | undefined {
  return /^([a-z0-9]{2,20}):\/\//.exec(providerId)?.[1];
}

/** Reads a provider id. Schemes that are not known say nothing. */
export function providerIdEvidence(providerId: string): ProviderIdEvidence {
  const scheme = schemeOf(providerId);
  if (!scheme) {
    // Oracle's controller writes the bare identifier of the instance.
    return providerId.startsWith('ocid1.') ? SCHEMES.oci : {};
  }
  // k3d names the containers that are its nodes so.
  if (providerId.startsWith('k3s://k3d-')) {
    return { provider: 'local', distribution: 'k3d' };
  }
  return Object.hasOwn(SCHEMES, scheme) ? SCHEMES[scheme] : {};
}
