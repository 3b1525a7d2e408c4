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
  ConnectionTest,
  StoredCredential,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { Clock } from '../../inventory/scheduling/Clock';
import { LinkedAbort } from '../../inventory/scheduling/LinkedAbort';
import { ClusterDefinition } from '../ClusterDefinition';
import { DefaultClusterConnector } from '../connection/DefaultClusterConnector';
import { connectionError, safeMessage } from '../connection/requestErrors';
import { adviceFor } from '../health/adviceFor';
import { readIncarnation } from '../health/clusterIdentity';
import { connectionFailure } from '../health/connectionFailure';
import { AddressPolicy } from './AddressPolicy';
import {
  ConnectionStep,
  connectionSteps,
  StepFailure,
  StepSubject,
} from './connectionSteps';
import { storedEndpoint } from './storedDefinition';

/** Milliseconds that a test takes at most. */
const LONGEST = 15_000;
/** A shorter one is not secret, and would be found in any text. */
const SHORTEST_SECRET = 8;

export interface TestConnectionOptions {
  readonly name: string;
  readonly connection: ClusterConnectionInput;
  readonly credential: StoredCredential;
  readonly addresses: AddressPolicy;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** The name of the connected cluster whose kube-system has a uid. */
  readonly clusterOf: (incarnation: string) => string | undefined;
}

/** Tries a connection step by step, for at most 15 seconds. What an earlier failure prevented is `not-run`. */
export async function testConnection(
  options: TestConnectionOptions,
): Promise<ConnectionTest> {
  const { name, connection, credential, addresses, clock } = options;
  const endpoint = storedEndpoint(connection, credential, addresses);
  const definition: ClusterDefinition = {
    name,
    title: name,
    aliases: [],
    labels: {},
    demo: false,
    source: 'stored',
    auth: credential.type,
    namespaces: connection.namespaces,
    endpoint,
  };
  const connector = new DefaultClusterConnector({
    cluster: name,
    endpoint,
    clock,
    userAgent: 'quarterdeck-fleet',
  });
  const abort = new LinkedAbort(options.signal).after(
    clock,
    LONGEST,
    `The test took more than ${LONGEST / 1_000} seconds`,
  );
  const { signal } = abort;
  try {
    const result = await runSteps(
      { definition, endpoint, connector, clock, signal },
      secretOf(credential),
    );
    const reached = result.steps.at(-1)?.outcome !== 'not-run';
    const incarnation = reached
      ? await readIncarnation(connector, { timeout: 3_000, signal }).catch(
          () => undefined,
        )
      : undefined;
    const sameAs = incarnation && options.clusterOf(incarnation);
    return { ...result, ...(sameAs && { sameAs }) };
  } finally {
    abort.dispose();
    connector.close();
  }
}

async function runSteps(
  subject: StepSubject,
  secret: string | undefined,
): Promise<ConnectionTest> {
  const steps: ConnectionStep[] = [];
  const learnt: Pick<ConnectionTest, 'version' | 'username'> = {};
  // A server may send back what it was sent.
  const safe = (text: string) => safeMessage(text, secret);
  for (const [id, check] of connectionSteps) {
    if (steps.some(({ outcome }) => outcome === 'failed')) {
      const message = 'Not run, because an earlier step failed.';
      steps.push({ id, outcome: 'not-run', message });
      continue;
    }
    try {
      const { outcome = 'passed', message, ...found } = await check(subject);
      steps.push({ id, outcome, message: safe(message) });
      for (const [key, value] of Object.entries(found)) {
        learnt[key as keyof typeof learnt] = safe(value);
      }
    } catch (error) {
      const { message, ...rest } = await failureOf(subject, error);
      steps.push({ id, outcome: 'failed', message: safe(message), ...rest });
    }
  }
  const passed = steps.every(({ outcome }) => outcome !== 'failed');
  return { steps, passed, ...learnt };
}

async function failureOf(
  { definition, endpoint, signal }: StepSubject,
  error: unknown,
): Promise<Pick<ConnectionStep, 'message' | 'reason' | 'advice'>> {
  if (error instanceof StepFailure) {
    const { message, reason, advice } = error;
    return { message, reason, advice };
  }
  const { message, reason, advice } = await connectionFailure(
    definition,
    connectionError(definition.name, error, false),
    signal,
  );
  const { source } = definition;
  return {
    message,
    reason,
    advice: advice ?? adviceFor(reason, { source, server: endpoint.server }),
  };
}

function secretOf(credential: StoredCredential): string | undefined {
  const secret =
    credential.type === 'token' ? credential.token.trim() : undefined;
  return secret && secret.length >= SHORTEST_SECRET ? secret : undefined;
}
