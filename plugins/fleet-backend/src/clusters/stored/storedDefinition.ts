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

import {
  ClusterConnectionInput,
  StoredCredential,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { createHash } from 'node:crypto';
import { ClusterDefinition, ClusterEndpoint } from '../ClusterDefinition';
import { StaticCredentials } from '../credentials/ClusterCredentials';
import { UsableStoredCluster } from './StoredClusterStore';

/** How a cluster is reached that an administrator entered. */
export function storedEndpoint(
  connection: ClusterConnectionInput,
  credential: StoredCredential,
): ClusterEndpoint {
  const { server, certificateAuthority, tlsServerName, proxyUrl } = connection;
  return {
    server: new URL(server),
    serverName: tlsServerName,
    insecureSkipTlsVerify: false,
    proxy: proxyUrl ? new URL(proxyUrl) : undefined,
    fingerprint: createHash('sha256')
      .update(JSON.stringify([connection, credential]))
      .digest('hex'),
    credentials: new StaticCredentials({
      authority: certificateAuthority,
      ...(credential.type === 'token'
        ? { token: credential.token.trim() }
        : { certificate: credential.certificate, key: credential.key }),
    }),
  };
}

/** The definition of a stored cluster. */
export function storedDefinition({
  cluster,
  credential,
}: UsableStoredCluster): ClusterDefinition {
  const { name, title, labels, connection, auth } = cluster;
  return {
    name,
    title,
    aliases: [],
    labels,
    demo: false,
    source: 'stored',
    auth,
    namespaces: connection.namespaces,
    ...(credential
      ? { endpoint: storedEndpoint(connection, credential) }
      : {
          problem: {
            message: `The stored credential of '${name}' cannot be decrypted with the keys that are configured.`,
            advice:
              'Add the key that it was encrypted with to fleet.encryption.formerKeys, or enter the credential again.',
          },
        }),
  };
}
