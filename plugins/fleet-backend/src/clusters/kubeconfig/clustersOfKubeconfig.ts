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

import { createHash } from 'node:crypto';
import { ClusterAuth } from '@quarterdeck/backstage-plugin-fleet-common';
import { matchesName } from '@quarterdeck/backstage-plugin-fleet-node';
import { ClusterDefinition } from '../ClusterDefinition';
import { KubeconfigItem } from './KubeconfigItem';
import { ClusterNames } from './clusterNames';
import { credentialsOf } from './credentialsOf';
import { findRefusal, parseServer } from './findRefusal';
import { Kubeconfig, KubeconfigUser } from './parseKubeconfig';

/**
 * The clusters of a kubeconfig: one a server. Further usable contexts of the same server, be their users the same or not, are its aliases; the first
 * one's user is used. A context that is refused is a cluster of its own, so that it can be seen why.
 */
export function clustersOfKubeconfig(
  kubeconfig: Kubeconfig,
  source: KubeconfigItem,
  names: ClusterNames,
): ClusterDefinition[] {
  const found: Array<{ definition: ClusterDefinition; aliases: string[] }> = [];
  const byServer = new Map<string, { aliases: string[] }>();
  for (const { name: context, context: links } of kubeconfig.contexts) {
    if (!isIncluded(context, source)) continue;
    const cluster = kubeconfig.clusters.find(
      each => each.name === links.cluster,
    )?.cluster;
    const user = kubeconfig.users.find(each => each.name === links.user)?.user;
    const aliases: string[] = [];
    const common = {
      title: context,
      aliases,
      labels: source.labels,
      demo: source.demo,
      source: 'kubeconfig' as const,
      auth: authOf(user),
      contextNamespace: links.namespace,
      namespaces: source.namespaces,
    };
    const define = (
      rest: Pick<ClusterDefinition, 'endpoint' | 'problem'>,
    ): void => {
      const name = names.take(context, source.key);
      found.push({ definition: { name, ...common, ...rest }, aliases });
    };
    if (!cluster || !user) {
      define({
        problem: {
          message: `Context '${context}' names ${
            cluster ? 'a user' : 'a cluster'
          } that the kubeconfig does not hold.`,
          advice: 'Correct the kubeconfig.',
        },
      });
      continue;
    }
    const refusal = findRefusal({
      context,
      key: source.key,
      cluster,
      user,
      allow: source.allow,
    });
    if (refusal) {
      define({ problem: refusal });
      continue;
    }
    const server = parseServer(cluster.server)!;
    const first = byServer.get(server.href);
    if (first) {
      first.aliases.push(context);
      continue;
    }
    byServer.set(server.href, { aliases });
    define({
      endpoint: {
        server,
        serverName: cluster['tls-server-name'],
        insecureSkipTlsVerify: cluster['insecure-skip-tls-verify'] === true,
        proxy: cluster['proxy-url'] ? new URL(cluster['proxy-url']) : undefined,
        fingerprint: fingerprintOf(cluster, user, source.folder),
        credentials: credentialsOf(cluster, user, source.folder),
      },
    });
  }
  return found.map(({ definition }) => definition);
}

/** Tells connections apart without telling the credential. */
function fingerprintOf(...parts: unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

function authOf(user: KubeconfigUser | undefined): ClusterAuth {
  if (!user) return 'none';
  if (user.exec) return 'exec';
  if (user['auth-provider']) return 'auth-provider';
  if (user.token || user.tokenFile) return 'token';
  if (user['client-certificate-data'] || user['client-certificate']) {
    return 'client-certificate';
  }
  return user.username ? 'basic' : 'none';
}

function isIncluded(
  context: string,
  { include, exclude }: KubeconfigItem,
): boolean {
  return (
    (include === undefined || matchesName(context, include)) &&
    !matchesName(context, exclude)
  );
}
