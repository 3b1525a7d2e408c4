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

import { ClusterConnectionInput } from './storedClusters';

/**
 * What decides who gets to see a credential: equal when it reaches the same server in the same way.
 *
 * @public
 */
export function pathOfCredential(
  connection: ClusterConnectionInput,
): readonly string[] {
  const { server, certificateAuthority, tlsServerName, proxyUrl } = connection;
  return [
    oneSpelling(server),
    certificateAuthority?.trim() ?? '',
    tlsServerName ?? '',
    proxyUrl ? oneSpelling(proxyUrl) : '',
  ];
}

/**
 * Whether a credential that was given for one connection might reach somebody else by another.
 *
 * @public
 */
export function needsCredentialAgain(
  given: ClusterConnectionInput,
  other: ClusterConnectionInput,
): boolean {
  const path = pathOfCredential(other);
  return pathOfCredential(given).some((part, index) => part !== path[index]);
}

/** A form may hold what is no address yet. */
function oneSpelling(address: string): string {
  return URL.canParse(address) ? new URL(address).href : address;
}
