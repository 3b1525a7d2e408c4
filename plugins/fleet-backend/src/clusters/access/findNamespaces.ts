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

import { review } from '../connection/review';
import { ClusterConnector } from '../connection/ClusterConnector';

const TIMEOUT = 5_000;

interface SubjectStatus {
  userInfo?: { username?: unknown };
}

/**
 * The namespaces that a credential is made for, when it may not read all; undefined when it may, or when none can be found.
 *
 * @remarks
 *
 * What decides is whether pods may be listed. A credential does not tell its namespaces, so those are tried that speak for themselves: the one of
 * the kubeconfig's context and the one that a service account lives in.
 */
export async function findNamespaces(
  connector: ClusterConnector,
  options: { contextNamespace: string | undefined; signal: AbortSignal },
): Promise<readonly string[] | undefined> {
  const { contextNamespace, signal } = options;
  const limits = { timeout: TIMEOUT, signal };
  const mayListPods = async (namespace: string | undefined) => {
    const status = await review<{ allowed?: unknown }>(
      connector,
      'SelfSubjectAccessReview',
      { resourceAttributes: { verb: 'list', resource: 'pods', namespace } },
      limits,
    );
    return status?.allowed === true;
  };
  if (await mayListPods(undefined)) {
    return undefined;
  }
  const candidates = new Set<string>();
  if (contextNamespace) candidates.add(contextNamespace);
  const home = await homeNamespace(connector, limits);
  if (home) candidates.add(home);
  const found: string[] = [];
  for (const namespace of candidates) {
    if (await mayListPods(namespace)) found.push(namespace);
  }
  return found.length > 0 ? found.sort() : undefined;
}

/** The namespace of the service account that the credential is for; undefined for others, and where the cluster does not say (before 1.28). */
async function homeNamespace(
  connector: ClusterConnector,
  limits: { timeout: number; signal: AbortSignal },
): Promise<string | undefined> {
  try {
    const status = await review<SubjectStatus>(
      connector,
      'SelfSubjectReview',
      {},
      limits,
    );
    const username = String(status?.userInfo?.username ?? '');
    return /^system:serviceaccount:([a-z0-9-]{1,63}):/.exec(username)?.[1];
  } catch {
    return undefined;
  }
}
