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

/** What the address of an API server tells of its cluster. */
export interface ServerEvidence {
  readonly provider?: string;
  readonly distribution?: string;
  readonly region?: string;
}

const HOSTS: ReadonlyArray<[pattern: RegExp, evidence: ServerEvidence]> = [
  [
    /\.(?<region>[a-z]{2}(?:-[a-z]+)+-\d)\.eks\.amazonaws\.com(?:\.cn)?$/,
    { provider: 'aws', distribution: 'eks' },
  ],
  [/\.gke\.goog$/, { provider: 'gcp', distribution: 'gke' }],
  [/^container\.googleapis\.com$/, { provider: 'gcp', distribution: 'gke' }],
  [
    /\.(?<region>[a-z0-9]+)\.azmk8s\.io$/,
    { provider: 'azure', distribution: 'aks' },
  ],
  [/\.oraclecloud\.com$/, { provider: 'oracle', distribution: 'oke' }],
  [/\.aliyuncs\.com$/, { provider: 'alibaba', distribution: 'ack' }],
  [
    /\.k8s\.ondigitalocean\.com$/,
    { provider: 'digitalocean', distribution: 'doks' },
  ],
  [
    /\.k8s\.(?<region>[a-z0-9-]+)\.coreweave\.com$/,
    { provider: 'coreweave', distribution: 'cks' },
  ],
  [/\.coreweave\.com$/, { provider: 'coreweave', distribution: 'cks' }],
  [/\.openshiftapps\.com$/, { distribution: 'openshift' }],
];

/** Reads the address of an API server. */
export function serverEvidence(
  server: URL | undefined,
): (ServerEvidence & { readonly evidence: string }) | undefined {
  const host = server?.hostname;
  if (!host) {
    return undefined;
  }
  for (const [pattern, found] of HOSTS) {
    const match = pattern.exec(host);
    if (match) {
      const region = match.groups?.region;
      return {
        ...found,
        ...(region && { region }),
        evidence: `Server address ${host}`,
      };
    }
  }
  return undefined;
}
