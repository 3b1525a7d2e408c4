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
  ReadinessCheckRow,
  readinessChecksResource,
} from '@acme/backstage-plugin-certificates-common';
import {
  PollContext,
  polledResource,
} from '@quarterdeck/backstage-plugin-fleet-node';
import { parseReadiness } from './parseReadiness';

const INTERVAL_MS = 30_000;
const TIMEOUT_MS = 5_000;

async function poll(context: PollContext): Promise<ReadinessCheckRow[]> {
  const { connection, signal, intern } = context;
  const { cluster } = connection;
  // An API server that is not ready answers 500, with its checks.
  const text = await connection.getText('/readyz', {
    query: { verbose: true },
    anyStatus: true,
    timeout: TIMEOUT_MS,
    signal,
  });
  return parseReadiness(text, cluster).map(check => {
    const name = intern(check.name);
    return { ...check, uid: name, cluster, namespace: '', name };
  });
}

/** What each API server says of its own readiness. */
export const readinessChecks = polledResource(readinessChecksResource, {
  interval: INTERVAL_MS,
  timeout: TIMEOUT_MS,
  keep: 'while-viewed',
  poll,
});
