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

import { gzipSync } from 'node:zlib';
import type { KubeObjectInput } from '../store/ObjectStore';

export interface HelmRelease {
  name: string;
  namespace: string;
  chart: string;
  version: string;
  appVersion: string;
  revision: number;
  /** Milliseconds since 1970. */
  deployedAt: number;
  values: Record<string, unknown>;
}

/** The Secret in which Helm 3 keeps a release, its content as Helm encodes it. */
export function helmReleaseSecret(release: HelmRelease): KubeObjectInput {
  const { name, namespace, revision, deployedAt } = release;
  const deployed = new Date(deployedAt).toISOString();
  const content = {
    name,
    info: {
      first_deployed: deployed,
      last_deployed: deployed,
      deleted: '',
      description: 'Upgrade complete',
      status: 'deployed',
    },
    chart: {
      metadata: {
        name: release.chart,
        version: release.version,
        appVersion: release.appVersion,
        apiVersion: 'v2',
      },
      templates: [],
      values: {},
    },
    config: release.values,
    manifest: '',
    version: revision,
    namespace,
  };
  const packed = gzipSync(JSON.stringify(content)).toString('base64');
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: {
      name: `sh.helm.release.v1.${name}.v${revision}`,
      namespace,
      labels: {
        modifiedAt: String(Math.floor(deployedAt / 1_000)),
        name,
        owner: 'helm',
        status: 'deployed',
        version: String(revision),
      },
    },
    // Helm encodes by itself, and Secrets hold everything encoded once more.
    data: { release: Buffer.from(packed).toString('base64') },
    type: 'helm.sh/release.v1',
  };
}
