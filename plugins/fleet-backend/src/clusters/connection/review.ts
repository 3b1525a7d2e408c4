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

import { ClusterReadOptions } from '@quarterdeck/backstage-plugin-fleet-node';
import { ClusterConnector } from './ClusterConnector';
import { statusError } from './requestErrors';

/**
 * The questions that a cluster answers about the credential itself. They are sent as POSTs, but nothing is stored: that is why they may be asked
 * outside the action pipeline, and why there is nothing here to ask of anybody else.
 */
const REVIEWS = {
  SelfSubjectReview: 'authentication.k8s.io/v1',
  SelfSubjectAccessReview: 'authorization.k8s.io/v1',
  SelfSubjectRulesReview: 'authorization.k8s.io/v1',
} as const;

export type ReviewKind = keyof typeof REVIEWS;

/** Asks a cluster about the credential of the connection, and answers with the status of the review. */
export async function review<TStatus>(
  connector: Pick<ClusterConnector, 'cluster' | 'request'>,
  kind: ReviewKind,
  spec: object,
  options: Pick<ClusterReadOptions, 'signal' | 'timeout'>,
): Promise<TStatus | undefined> {
  const apiVersion = REVIEWS[kind];
  const response = await connector.request({
    method: 'POST',
    path: `/apis/${apiVersion}/${kind.toLocaleLowerCase('en-US')}s`,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ apiVersion, kind, spec }),
    ...options,
  });
  if (response.status !== 200 && response.status !== 201) {
    throw statusError(connector.cluster, response, undefined);
  }
  return JSON.parse(response.body).status;
}
