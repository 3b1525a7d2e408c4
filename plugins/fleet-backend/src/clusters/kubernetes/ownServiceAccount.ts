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

import { existsSync } from 'node:fs';
import path from 'node:path';
import { ClusterEndpoint } from '../ClusterDefinition';
import { FileCredentials } from '../credentials/FileCredentials';

/** Where Kubernetes mounts the service account of a pod. */
export const SERVICE_ACCOUNT_FOLDER =
  '/var/run/secrets/kubernetes.io/serviceaccount';

/** The cluster that the backend itself runs in, by its pod's service account; undefined when it runs elsewhere. */
export function ownServiceAccount(
  folder: string,
  environment: NodeJS.ProcessEnv = process.env,
): ClusterEndpoint | undefined {
  const host = environment.KUBERNETES_SERVICE_HOST;
  const port = environment.KUBERNETES_SERVICE_PORT;
  const authority = path.join(folder, 'ca.crt');
  if (!host || !port || !existsSync(authority)) {
    return undefined;
  }
  const name = host.includes(':') ? `[${host}]` : host;
  return {
    server: new URL(`https://${name}:${port}`),
    insecureSkipTlsVerify: false,
    credentials: new FileCredentials(
      {},
      { token: path.join(folder, 'token'), authority },
    ),
  };
}
