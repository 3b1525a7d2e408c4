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
  pathOfCredential,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { createHash } from 'node:crypto';
import {
  ClusterDefinition,
  ClusterEndpoint,
  ClusterProblem,
} from '../ClusterDefinition';
import { StaticCredentials } from '../credentials/ClusterCredentials';
import { AddressPolicy } from './AddressPolicy';
import { Locked, UsableStoredCluster } from './StoredClusterStore';

/** How a cluster is reached that an administrator entered. */
export function storedEndpoint(
  connection: ClusterConnectionInput,
  credential: StoredCredential,
  addresses: AddressPolicy,
): ClusterEndpoint {
  const { server, certificateAuthority, tlsServerName, proxyUrl } = connection;
  return {
    server: new URL(server),
    serverName: tlsServerName,
    insecureSkipTlsVerify: false,
    proxy: proxyUrl ? new URL(proxyUrl) : undefined,
    lookup: addresses.lookup,
    fingerprint: createHash('sha256')
      .update(JSON.stringify([pathOfCredential(connection), credential]))
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
export function storedDefinition(
  stored: UsableStoredCluster,
  addresses: AddressPolicy,
): ClusterDefinition {
  const { name, title, labels, connection, auth } = stored.cluster;
  return {
    name,
    title,
    aliases: [],
    labels,
    demo: false,
    source: 'stored',
    auth,
    namespaces: connection.namespaces,
    ...endpointOrProblem(stored, addresses),
  };
}

function endpointOrProblem(
  stored: UsableStoredCluster,
  addresses: AddressPolicy,
): { endpoint: ClusterEndpoint } | { problem: ClusterProblem } {
  const { connection } = stored.cluster;
  const refusal = addresses.refusalOf(connection);
  if (refusal) {
    return {
      problem: {
        message: refusal,
        advice: 'Change the address on the page of connected clusters.',
      },
    };
  }
  return 'credential' in stored
    ? { endpoint: storedEndpoint(connection, stored.credential, addresses) }
    : { problem: problemOf(stored.locked) };
}

function problemOf(locked: Locked): ClusterProblem {
  return locked === 'key'
    ? {
        message:
          'The stored credential cannot be decrypted: the key that it was encrypted with is not in fleet.encryption.keys.',
        advice:
          'Add the key to fleet.encryption.keys again, or enter the credential again on the page of connected clusters.',
      }
    : {
        message:
          'The stored credential cannot be decrypted: it, or the connection that it was given for, was changed in the database.',
        advice:
          'Find out who changed the table stored_clusters past the portal, then enter the credential again on the page of connected clusters.',
      };
}
