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

import { ClusterRequestError } from '@quarterdeck/backstage-plugin-fleet-node';
import { connectionError, safeMessage } from './requestErrors';

/** What the Kubernetes plugin's proxy needs besides its caller's token; nothing for an API server itself. */
export function proxyHeaders(
  proxiedCluster: string | undefined,
): Record<string, string> {
  return proxiedCluster === undefined
    ? {}
    : {
        'backstage-kubernetes-cluster': proxiedCluster,
        // Compressed, the backend would hold back what a watch sends.
        'accept-encoding': 'identity',
      };
}

/**
 * The error of an answer that the proxy gave in place of the API server; undefined when the API server answered. The cluster is not reached then, so
 * the error has no status: it would look like one of the cluster's.
 */
export function proxyError(
  cluster: string,
  response: { status: number; body: string },
): ClusterRequestError | undefined {
  const error = backstageError(response.body);
  if (!error) {
    return undefined;
  }
  const message = safeMessage(error.message, undefined);
  switch (response.status) {
    case 401:
    case 403:
      return new ClusterRequestError(
        `The Kubernetes plugin refuses the fleet plugin: ${message}`,
        { cluster, reason: 'auth', sent: false },
      );
    case 404:
      return new ClusterRequestError(
        `The Kubernetes plugin does not reach cluster '${cluster}': ${message}`,
        { cluster, reason: 'unreachable', sent: false },
      );
    default: {
      const code = codeIn(message);
      return connectionError(
        cluster,
        Object.assign(new Error(message), code && { code }),
        true,
      );
    }
  }
}

interface BackstageError {
  readonly name: string;
  readonly message: string;
}

function backstageError(body: string): BackstageError | undefined {
  try {
    const { error } = JSON.parse(body);
    return typeof error?.name === 'string' && typeof error.message === 'string'
      ? error
      : undefined;
  } catch {
    return undefined;
  }
}

/** Node's code of a connection that failed, out of a message that quotes it. */
function codeIn(message: string): string | undefined {
  return (
    /\b(E[A-Z]{4,}(_[A-Z]+)*|EAI_[A-Z]+)\b/.exec(message)?.[0] ??
    (/certificate/i.test(message) ? 'CERT_UNTRUSTED' : undefined)
  );
}
