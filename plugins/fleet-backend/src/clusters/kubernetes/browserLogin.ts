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

import { ClusterProblem } from '../ClusterDefinition';

const browserProviders: readonly string[] = ['aks', 'google', 'oidc'];

/** Why a cluster cannot be watched whose provider takes the token of the person who looks; undefined when it can. */
export function browserLogin(
  cluster: string,
  provider: string,
): ClusterProblem | undefined {
  return browserProviders.includes(provider)
    ? {
        message: `Cluster '${cluster}' is logged in to by the auth provider '${provider}' with the token of the person who looks, and the backend has none of its own.`,
        advice:
          'Give the cluster a provider that the backend can use, such as serviceAccount, aws, azure or googleServiceAccount, or connect it under fleet.clusters as well.',
      }
    : undefined;
}
