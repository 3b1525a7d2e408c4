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
import { ClusterDefinition } from '../ClusterDefinition';
import { placeOf } from './adviceFor';
import { certificateFailure } from './certificateFailure';
import { Failure } from './clusterStanding';
import { shownCertificate } from './shownCertificate';

/** Why a cluster does not answer, in as much detail as can be learnt. */
export async function connectionFailure(
  definition: ClusterDefinition,
  error: unknown,
  signal: AbortSignal,
): Promise<Failure> {
  if (!(error instanceof ClusterRequestError)) {
    return {
      reason: 'unreachable',
      message: 'The cluster could not be reached',
    };
  }
  const { reason, message, cause } = error;
  const { endpoint, name } = definition;
  // Behind the Kubernetes plugin's proxy, only that plugin sees the certificate.
  if (reason !== 'certificate' || !endpoint || endpoint.proxiedCluster) {
    return { reason, message };
  }
  const told = certificateFailure({
    cluster: name,
    server: endpoint.server,
    error: cause,
    shown: await shownCertificate(endpoint, signal),
    place: placeOf(definition.source),
  });
  return { reason, message, ...told };
}
