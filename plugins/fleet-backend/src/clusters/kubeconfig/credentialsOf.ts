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

import type { User } from '@kubernetes/client-node';
import path from 'node:path';
import { ClientNodeCredentials } from '../credentials/ClientNodeCredentials';
import {
  ClusterCredential,
  ClusterCredentials,
  StaticCredentials,
} from '../credentials/ClusterCredentials';
import {
  CredentialFiles,
  FileCredentials,
} from '../credentials/FileCredentials';
import { KubeconfigCluster, KubeconfigUser } from './parseKubeconfig';

/** The credential of a context that is allowed all that it does. Relative paths start at the folder of the kubeconfig. */
export function credentialsOf(
  cluster: KubeconfigCluster,
  user: KubeconfigUser,
  folder: string,
): ClusterCredentials {
  const files: CredentialFiles = withoutMissing({
    authority: cluster['certificate-authority-data']
      ? undefined
      : cluster['certificate-authority'],
    certificate: user['client-certificate-data']
      ? undefined
      : user['client-certificate'],
    key: user['client-key-data'] ? undefined : user['client-key'],
    token: user.token ? undefined : user.tokenFile,
  });
  const authority = decode(cluster['certificate-authority-data']);
  if (user.exec || user['auth-provider']) {
    return new ClientNodeCredentials(
      clientNodeUser(user),
      authority,
      files.authority && path.resolve(folder, files.authority),
    );
  }
  const inline: ClusterCredential = {
    token: user.token,
    basic:
      user.username && user.password
        ? Buffer.from(`${user.username}:${user.password}`).toString('base64')
        : undefined,
    certificate: decode(user['client-certificate-data']),
    key: decode(user['client-key-data']),
    authority,
  };
  if (Object.keys(files).length === 0) {
    return new StaticCredentials(inline);
  }
  const resolved = Object.entries(files).map(([field, file]) => [
    field,
    path.resolve(folder, file),
  ]);
  return new FileCredentials(inline, Object.fromEntries(resolved));
}

function clientNodeUser(user: KubeconfigUser): User {
  const { exec } = user;
  const information = JSON.stringify({
    apiVersion: exec?.apiVersion ?? 'client.authentication.k8s.io/v1',
    kind: 'ExecCredential',
    spec: { interactive: false },
  });
  return {
    name: 'user',
    exec: exec && {
      ...exec,
      args: exec.args ?? [],
      env: [
        ...(exec.env ?? []),
        { name: 'KUBERNETES_EXEC_INFO', value: information },
      ],
    },
    authProvider: user['auth-provider'] ?? undefined,
  } as User;
}

function decode(base64: string | undefined): string | undefined {
  return base64 && Buffer.from(base64, 'base64').toString('utf8');
}

function withoutMissing<T extends object>(fields: T): T {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as T;
}
