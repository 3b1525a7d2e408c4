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

import { isLinkLocal } from '../connection/linkLocal';
import { ClusterProblem } from '../ClusterDefinition';
import { KubeconfigCluster, KubeconfigUser } from './parseKubeconfig';

/** What an operator may allow although a crafted kubeconfig could do harm by it. */
export interface KubeconfigAllowances {
  readonly exec: boolean;
  readonly authProvider: boolean;
  readonly fileReferences: boolean;
  readonly proxyUrl: boolean;
  readonly insecureSkipTlsVerify: boolean;
  readonly tlsServerName: boolean;
}

export interface RefusalInput {
  readonly context: string;
  /** Where in the configuration the kubeconfig is named, e.g. `fleet.clusters[0]`. */
  readonly key: string;
  readonly cluster: KubeconfigCluster;
  readonly user: KubeconfigUser;
  readonly allow: KubeconfigAllowances;
}

const impersonation = ['as', 'as-groups', 'as-uid', 'as-user-extra'] as const;

interface Guard {
  readonly allowance: keyof KubeconfigAllowances;
  /** What the context does, when it does it. */
  readonly found: string | undefined;
  readonly instead: string;
}

/** Why a context is not used; undefined when it is. */
export function findRefusal(input: RefusalInput): ClusterProblem | undefined {
  const { context, key, allow } = input;
  const refused = guards(input).find(
    guard => guard.found && !allow[guard.allowance],
  );
  if (refused) {
    return {
      message: `Context '${context}' ${refused.found}, which is refused unless you allow it.`,
      advice: `Set ${key}.allow.${refused.allowance}: true if you trust this kubeconfig, or ${refused.instead}.`,
    };
  }
  return unusable(input);
}

function guards({ cluster, user }: RefusalInput): Guard[] {
  const files = [
    ['certificate-authority', cluster['certificate-authority']],
    ['client-certificate', user['client-certificate']],
    ['client-key', user['client-key']],
    ['tokenFile', user.tokenFile],
  ]
    .filter(([, path]) => path)
    .map(([name]) => name);
  return [
    {
      allowance: 'exec',
      found:
        user.exec && `runs the command '${user.exec.command}' to log in (exec)`,
      instead: 'use a context with a token or client certificate',
    },
    {
      allowance: 'authProvider',
      found:
        user['auth-provider'] &&
        `logs in by the auth provider '${user['auth-provider'].name}' (auth-provider)`,
      instead: 'use a context with a token or client certificate',
    },
    {
      allowance: 'fileReferences',
      found:
        files.length > 0
          ? `reads files of this machine (${files.join(', ')})`
          : undefined,
      instead: 'embed them with `kubectl config view --flatten`',
    },
    {
      allowance: 'proxyUrl',
      found: cluster['proxy-url'] && 'goes through a proxy (proxy-url)',
      instead: 'make the API server reachable without it',
    },
    {
      allowance: 'insecureSkipTlsVerify',
      found: insecure(cluster),
      instead: "add the cluster's certificate authority to the kubeconfig",
    },
    {
      allowance: 'tlsServerName',
      found: otherServerName(cluster),
      instead: 'use the address that the certificate is for',
    },
  ].map(guard => ({ ...guard, found: guard.found || undefined })) as Guard[];
}

function insecure(cluster: KubeconfigCluster): string | undefined {
  if (cluster['insecure-skip-tls-verify']) {
    return "does not check the server's certificate (insecure-skip-tls-verify)";
  }
  return cluster.server.toLowerCase().startsWith('http:')
    ? 'talks to its server without TLS (http)'
    : undefined;
}

function otherServerName(cluster: KubeconfigCluster): string | undefined {
  const name = cluster['tls-server-name'];
  const host = parseServer(cluster.server)?.hostname;
  return name && host && name !== host
    ? `expects the certificate of '${name}' from '${host}' (tls-server-name)`
    : undefined;
}

/** What no allowance helps with. */
function unusable(input: RefusalInput): ClusterProblem | undefined {
  const { context, cluster, user } = input;
  const server = parseServer(cluster.server);
  if (!server) {
    return {
      message: `Context '${context}' has no usable server address.`,
      advice: 'Give it an https address without user name, query and fragment.',
    };
  }
  if (isLinkLocal(server.hostname.replace(/^\[|\]$/g, ''))) {
    return {
      message: `Context '${context}' leads to a link-local address, where clouds hand out credentials of the machine.`,
      advice: 'Give it the address of the API server.',
    };
  }
  if (cluster['proxy-url'] && !isProxy(cluster['proxy-url'])) {
    return {
      message: `Context '${context}' goes through a proxy (proxy-url) that has no usable address.`,
      advice: 'Give it an http or https address.',
    };
  }
  if (impersonation.some(name => user[name] !== undefined)) {
    return {
      message: `Context '${context}' acts as somebody else (as), which is never done.`,
      advice: 'Use a credential that has the rights itself.',
    };
  }
  return undefined;
}

function isProxy(address: string): boolean {
  return URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);
}

/** The address of an API server; undefined when it is not a plain one. */
export function parseServer(server: string): URL | undefined {
  if (!URL.canParse(server)) {
    return undefined;
  }
  const url = new URL(server);
  const plain =
    /^https?:$/.test(url.protocol) &&
    !url.username &&
    !url.password &&
    !url.search &&
    !url.hash;
  return plain ? url : undefined;
}
