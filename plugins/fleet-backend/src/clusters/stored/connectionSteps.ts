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
  ConnectionTest,
  FailureReason,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { ClusterRequestError } from '@quarterdeck/backstage-plugin-fleet-node';
import net from 'node:net';
import { Clock } from '../../inventory/scheduling/Clock';
import { LinkedAbort } from '../../inventory/scheduling/LinkedAbort';
import { ClusterDefinition, ClusterEndpoint } from '../ClusterDefinition';
import { ClusterConnector } from '../connection/ClusterConnector';
import { guardedLookup } from '../connection/linkLocal';
import { proxyTunnel } from '../connection/proxyTunnel';
import { review } from '../connection/review';
import { adviceFor } from '../health/adviceFor';

const TIMEOUT = 5_000;
const NAMESPACES_AT_ONCE = 10;
const ANONYMOUS = 'system:anonymous';

export type ConnectionStep = ConnectionTest['steps'][number];

/** The connection that is tried. */
export interface StepSubject {
  readonly definition: ClusterDefinition;
  readonly endpoint: ClusterEndpoint;
  readonly connector: ClusterConnector;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** What a step found out. */
export interface StepFinding {
  /** `passed` when left out. */
  readonly outcome?: 'not-run';
  readonly message: string;
  readonly version?: string;
  readonly username?: string;
}

/** A failure that a step itself can tell more of than the error that it met. */
export class StepFailure extends Error {
  readonly name = 'StepFailure';
  readonly reason: FailureReason;
  readonly advice: string;

  constructor(reason: FailureReason, message: string, advice: string) {
    super(message);
    this.reason = reason;
    this.advice = advice;
  }
}

type Step = (subject: StepSubject) => Promise<StepFinding>;

/** The steps in their order. Each throws when it fails. */
export const connectionSteps: ReadonlyArray<[ConnectionStep['id'], Step]> = [
  ['address', reachAddress],
  ['tls', connectSecurely],
  ['version', readVersion],
  ['identity', readIdentity],
  ['read', readObjects],
];

async function reachAddress(subject: StepSubject): Promise<StepFinding> {
  const { endpoint, clock } = subject;
  const { server, proxy, lookup = guardedLookup } = endpoint;
  const host = server.hostname.replace(/^\[|\]$/g, '');
  const port = Number(server.port || 443);
  const abort = new LinkedAbort(subject.signal).after(
    clock,
    TIMEOUT,
    'Connecting took too long',
  );
  const { signal } = abort;
  try {
    signal.throwIfAborted();
    const socket = proxy
      ? await proxyTunnel({
          proxy,
          host,
          port,
          lookup,
          timeout: TIMEOUT,
          signal,
        })
      : await openSocket({ host, port, lookup }, signal);
    socket.destroy();
    return {
      message: proxy
        ? `The proxy ${proxy.host} leads to ${server.host}.`
        : `${server.host} answers.`,
    };
  } catch (error) {
    throw signal.aborted ? signal.reason : error;
  } finally {
    abort.dispose();
  }
}

function openSocket(
  options: net.TcpNetConnectOpts,
  signal: AbortSignal,
): Promise<net.Socket> {
  return new Promise((resolve, reject) => {
    const socket = net.connect(options);
    const abort = () => socket.destroy(signal.reason);
    signal.addEventListener('abort', abort, { once: true });
    socket.once('connect', () => resolve(socket));
    socket.once('error', reject);
    socket.once('close', () => signal.removeEventListener('abort', abort));
  });
}

async function connectSecurely({
  connector,
  signal,
}: StepSubject): Promise<StepFinding> {
  await connector.connect(signal);
  return { message: 'The certificate of the server is trusted.' };
}

async function readVersion(subject: StepSubject): Promise<StepFinding> {
  try {
    const { gitVersion } = await subject.connector.get<{
      gitVersion?: unknown;
    }>('/version', optionsOf(subject));
    if (typeof gitVersion !== 'string') throw noKubernetes();
    const version = gitVersion.slice(0, 64);
    return { message: `The server is Kubernetes ${version}.`, version };
  } catch (error) {
    const status = statusOf(error);
    if (status === 401) {
      // The next step tells that the credential is refused.
      return {
        outcome: 'not-run',
        message: 'The server tells it only to whom it knows.',
      };
    }
    if (status === 403) {
      return {
        message:
          'The server answers, but does not tell its version to this credential.',
      };
    }
    throw status === 404 || reasonOf(error) === 'invalid'
      ? noKubernetes()
      : error;
  }
}

async function readIdentity(subject: StepSubject): Promise<StepFinding> {
  let username: unknown;
  try {
    const status = await review<{ userInfo?: { username?: unknown } }>(
      subject.connector,
      'SelfSubjectReview',
      {},
      optionsOf(subject),
    );
    username = status?.userInfo?.username;
  } catch (error) {
    const status = statusOf(error);
    const { message } = error as Error;
    if (status === 403 && message.includes(`"${ANONYMOUS}"`)) {
      throw unknownToServer();
    }
    if (status === 404 || status === 403) {
      return {
        message:
          'The credential is not refused. The server does not say whom it takes it for: it is older than Kubernetes 1.28, or may not be asked.',
      };
    }
    throw error;
  }
  if (username === ANONYMOUS) {
    throw unknownToServer();
  }
  return typeof username === 'string'
    ? {
        message: `The server knows the credential as ${username}.`,
        username: username.slice(0, 512),
      }
    : {
        message:
          'The credential is not refused. The server does not say whom it takes it for.',
      };
}

async function readObjects(subject: StepSubject): Promise<StepFinding> {
  const { definition, endpoint } = subject;
  const { namespaces, source } = definition;
  if (!namespaces) {
    if (await mayList(subject, '/api/v1/namespaces')) {
      return { message: 'The credential may list namespaces.' };
    }
    throw new StepFailure(
      'forbidden',
      'The credential may not list namespaces.',
      'Name the namespaces that it may read, if it is for some only, or give it the role of the manifest that the page Connect makes.',
    );
  }
  const refused: string[] = [];
  for (let at = 0; at < namespaces.length; at += NAMESPACES_AT_ONCE) {
    await Promise.all(
      namespaces.slice(at, at + NAMESPACES_AT_ONCE).map(async namespace => {
        const path = `/api/v1/namespaces/${encodeURIComponent(namespace)}/pods`;
        if (!(await mayList(subject, path))) refused.push(namespace);
      }),
    );
  }
  if (refused.length === 0) {
    return { message: 'The credential may list pods in these namespaces.' };
  }
  throw new StepFailure(
    'forbidden',
    `The credential may not list pods in ${refused.sort().join(', ')}.`,
    adviceFor('forbidden', { source, server: endpoint.server }),
  );
}

async function mayList(subject: StepSubject, path: string): Promise<boolean> {
  try {
    const options = { ...optionsOf(subject), query: { limit: 1 } };
    await subject.connector.get(path, options);
    return true;
  } catch (error) {
    if (statusOf(error) === 403) return false;
    throw error;
  }
}

function noKubernetes(): StepFailure {
  return new StepFailure(
    'invalid',
    'What answers there is no Kubernetes API server.',
    "Enter the address that 'kubectl config view' shows as server.",
  );
}

function unknownToServer(): StepFailure {
  return new StepFailure(
    'auth',
    `The server does not know the credential, and takes it for nobody's (${ANONYMOUS}).`,
    'Enter a credential that this cluster has issued.',
  );
}

function optionsOf({ signal }: StepSubject) {
  return { timeout: TIMEOUT, signal };
}

function statusOf(error: unknown): number | undefined {
  return error instanceof ClusterRequestError ? error.status : undefined;
}

function reasonOf(error: unknown): FailureReason | undefined {
  return error instanceof ClusterRequestError ? error.reason : undefined;
}
