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
import { ClusterConnector } from '../connection/ClusterConnector';

export interface ProbeOptions {
  readonly timeout: number;
  readonly signal: AbortSignal;
}

const MOST_GROUPS = 1_000;

/** `gitVersion` of the API server; undefined when it lives but does not say. */
export async function readVersion(
  connector: ClusterConnector,
  options: ProbeOptions,
): Promise<string | undefined> {
  const version = await ifAnswered(
    connector.get<{ gitVersion?: unknown }>('/version', options),
  );
  return typeof version?.gitVersion === 'string'
    ? version.gitVersion.slice(0, 64)
    : undefined;
}

/** The uid of the namespace kube-system; undefined when it may not be read. */
export async function readIncarnation(
  connector: ClusterConnector,
  options: ProbeOptions,
): Promise<string | undefined> {
  const namespace = await ifAnswered(
    connector.get<{ metadata?: { uid?: string } }>(
      '/api/v1/namespaces/kube-system',
      {
        accept:
          'application/json;as=PartialObjectMetadata;v=v1;g=meta.k8s.io,application/json',
        ...options,
      },
    ),
  );
  return namespace?.metadata?.uid;
}

/** Names of the API groups; undefined when they may not be read. */
export async function readApiGroups(
  connector: ClusterConnector,
  options: ProbeOptions,
): Promise<readonly string[] | undefined> {
  const list = await ifAnswered(
    connector.get<{ groups?: unknown }>('/apis', options),
  );
  return Array.isArray(list?.groups)
    ? list.groups
        .slice(0, MOST_GROUPS)
        .map(group => group?.name)
        .filter(name => typeof name === 'string')
    : undefined;
}

/** The server lives although it does not give what was asked for. */
async function ifAnswered<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    const answered =
      error instanceof ClusterRequestError &&
      error.status !== undefined &&
      error.reason !== 'auth';
    if (answered) return undefined;
    throw error;
  }
}
