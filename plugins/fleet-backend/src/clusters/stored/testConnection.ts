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
import { ClusterRequestError } from '@quarterdeck/backstage-plugin-fleet-node';
import { Clock } from '../../inventory/scheduling/Clock';
import { ClusterDefinition } from '../ClusterDefinition';
import { ClusterConnector } from '../connection/ClusterConnector';
import { DefaultClusterConnector } from '../connection/DefaultClusterConnector';
import { review } from '../connection/review';
import { adviceFor } from '../health/adviceFor';
import { readIncarnation } from '../health/clusterIdentity';
import { connectionFailure } from '../health/connectionFailure';
import { storedEndpoint } from './storedDefinition';

type Step = ConnectionTest['steps'][number];

const STEPS: readonly Step['id'][] = [
  'address',
  'tls',
  'version',
  'identity',
  'read',
];
const TIMEOUT = 8_000;
/** How Node calls what goes wrong after the address answered and before it is encrypted. */
const TLS_CODE = /^(EPROTO|ERR_SSL|ERR_OSSL|ERR_TLS)/;

export interface TestConnectionOptions {
  readonly name: string;
  readonly connection: ClusterConnectionInput;
  readonly credential: StoredCredential;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** The name of the connected cluster whose kube-system has a uid. */
  readonly clusterOf: (incarnation: string) => string | undefined;
}

/** Tries a connection step by step. What an earlier failure prevented is `not-run`. */
export async function testConnection(
  options: TestConnectionOptions,
): Promise<ConnectionTest> {
  const { name, connection, credential, clock, signal } = options;
  const endpoint = storedEndpoint(connection, credential);
  const connector = new DefaultClusterConnector({
    cluster: name,
    endpoint,
    clock,
    userAgent: 'quarterdeck-fleet',
  });
  const run = new TestRun(
    {
      name,
      title: name,
      aliases: [],
      labels: {},
      demo: false,
      source: 'stored',
      auth: credential.type,
      namespaces: connection.namespaces,
      endpoint,
    },
    connector,
    signal,
  );
  try {
    await run.all();
    const incarnation = run.answers
      ? await readIncarnation(connector, { timeout: TIMEOUT, signal }).catch(
          () => undefined,
        )
      : undefined;
    return {
      ...run.result(),
      sameAs: incarnation && options.clusterOf(incarnation),
    };
  } finally {
    connector.close();
  }
}

class TestRun {
  readonly #definition: ClusterDefinition;
  readonly #connector: ClusterConnector;
  readonly #signal: AbortSignal;
  readonly #steps = new Map<Step['id'], Step>();
  #version: string | undefined;
  #username: string | undefined;

  constructor(
    definition: ClusterDefinition,
    connector: ClusterConnector,
    signal: AbortSignal,
  ) {
    this.#definition = definition;
    this.#connector = connector;
    this.#signal = signal;
  }

  /** Whether the server was reached and the credential not refused. */
  get answers(): boolean {
    return this.#steps.get('read')?.outcome !== undefined;
  }

  async all(): Promise<void> {
    const going =
      (await this.#connect()) &&
      (await this.#readVersion()) &&
      (await this.#readIdentity());
    if (going) await this.#readObjects();
  }

  result(): ConnectionTest {
    const steps = STEPS.map(
      id =>
        this.#steps.get(id) ?? {
          id,
          outcome: 'not-run' as const,
          message: 'Not run, because an earlier step failed.',
        },
    );
    return {
      steps,
      passed:
        steps.every(({ outcome }) => outcome !== 'failed') &&
        this.#steps.get('read')?.outcome === 'passed',
      version: this.#version,
      username: this.#username,
    };
  }

  async #connect(): Promise<boolean> {
    const { server } = this.#definition.endpoint!;
    try {
      await this.#connector.connect(this.#signal);
    } catch (error) {
      if (isAboutTls(error)) {
        this.#passed('address', `${server.host} answers.`);
        return this.#failed('tls', error);
      }
      return this.#failed('address', error);
    }
    this.#passed('address', `${server.host} answers.`);
    this.#passed('tls', 'The certificate of the server is trusted.');
    return true;
  }

  async #readVersion(): Promise<boolean> {
    try {
      const { gitVersion } = await this.#connector.get<{
        gitVersion?: unknown;
      }>('/version', this.#options);
      if (typeof gitVersion !== 'string') {
        return this.#wrongServer();
      }
      this.#version = gitVersion.slice(0, 64);
      this.#passed('version', `The server is Kubernetes ${this.#version}.`);
      return true;
    } catch (error) {
      const status = statusOf(error);
      if (status === 401) {
        this.#set(
          'version',
          'not-run',
          'The server tells it to nobody whom it does not know.',
        );
        return true;
      }
      if (status === 403) {
        this.#passed(
          'version',
          'The server answers, but does not tell its version to this credential.',
        );
        return true;
      }
      return status === 404
        ? this.#wrongServer()
        : this.#failed('version', error);
    }
  }

  async #readIdentity(): Promise<boolean> {
    try {
      const status = await review<{ userInfo?: { username?: unknown } }>(
        this.#connector,
        'SelfSubjectReview',
        {},
        this.#options,
      );
      const username = status?.userInfo?.username;
      if (typeof username !== 'string') {
        this.#set(
          'identity',
          'not-run',
          'The server does not say who we are to it.',
        );
        return true;
      }
      this.#username = username.slice(0, 512);
      if (this.#username === 'system:anonymous') {
        this.#set(
          'identity',
          'failed',
          'The server does not know the credential and takes us for anybody (system:anonymous).',
          {
            reason: 'auth',
            advice: 'Enter a credential that this cluster has issued.',
          },
        );
        return false;
      }
      this.#passed('identity', `The server knows us as ${this.#username}.`);
      return true;
    } catch (error) {
      const status = statusOf(error);
      if (status === 404 || status === 403) {
        this.#set(
          'identity',
          'not-run',
          'The server does not say who we are to it: it is older than Kubernetes 1.28, or does not allow to ask.',
        );
        return true;
      }
      return this.#failed('identity', error);
    }
  }

  async #readObjects(): Promise<void> {
    const [namespace] = this.#definition.namespaces ?? [];
    const [path, what] =
      namespace === undefined
        ? ['/api/v1/namespaces', 'namespaces']
        : [
            `/api/v1/namespaces/${encodeURIComponent(namespace)}/pods`,
            `pods in namespace '${namespace}'`,
          ];
    try {
      await this.#connector.get(path, {
        ...this.#options,
        query: { limit: 1 },
      });
      this.#passed('read', `The credential may list ${what}.`);
    } catch (error) {
      await this.#failed('read', error);
    }
  }

  get #options() {
    return { timeout: TIMEOUT, signal: this.#signal };
  }

  #wrongServer(): boolean {
    this.#set(
      'version',
      'failed',
      'What answers there is no Kubernetes API server.',
      {
        reason: 'invalid',
        advice: 'Enter the address that kubectl config view shows as server.',
      },
    );
    return false;
  }

  async #failed(id: Step['id'], error: unknown): Promise<false> {
    const { reason, message, advice } = await connectionFailure(
      this.#definition,
      error,
      this.#signal,
    );
    const { server } = this.#definition.endpoint!;
    this.#set(id, 'failed', message, {
      reason,
      advice: advice ?? adviceFor(reason, { source: 'stored', server }),
    });
    return false;
  }

  #passed(id: Step['id'], message: string): void {
    this.#set(id, 'passed', message);
  }

  #set(
    id: Step['id'],
    outcome: Step['outcome'],
    message: string,
    rest: Pick<Step, 'reason' | 'advice'> = {},
  ): void {
    this.#steps.set(id, { id, outcome, message, ...rest });
  }
}

function isAboutTls(error: unknown): boolean {
  if (!(error instanceof ClusterRequestError)) return false;
  const { code } = (error.cause ?? {}) as NodeJS.ErrnoException;
  return error.reason === 'certificate' || TLS_CODE.test(code ?? '');
}

function statusOf(error: unknown): number | undefined {
  return error instanceof ClusterRequestError ? error.status : undefined;
}
