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

import { isError } from '@backstage/errors';
import { FailureReason } from '@quarterdeck/backstage-plugin-fleet-common';
import { ClusterRequestError } from '@quarterdeck/backstage-plugin-fleet-node';

const LONGEST_MESSAGE = 300;

const reasonOfCode: Readonly<Record<string, FailureReason>> = {
  ENOTFOUND: 'dns',
  EAI_AGAIN: 'dns',
  EAI_NODATA: 'dns',
  ECONNREFUSED: 'refused',
  ETIMEDOUT: 'timeout',
  CERT_HAS_EXPIRED: 'certificate',
  CERT_NOT_YET_VALID: 'certificate',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'certificate',
  SELF_SIGNED_CERT_IN_CHAIN: 'certificate',
  ERR_TLS_CERT_ALTNAME_INVALID: 'certificate',
};

const neverSent = new Set<FailureReason>(['dns', 'refused', 'certificate']);

const sentences: Readonly<Partial<Record<FailureReason, string>>> = {
  dns: 'has a host name that does not resolve',
  refused: 'refused the connection',
  timeout: 'did not answer in time',
  certificate: 'showed a certificate that cannot be trusted',
  unreachable: 'could not be reached',
};

/** Why no answer came, as the error that callers see. */
export function connectionError(
  cluster: string,
  error: unknown,
  sent: boolean,
): ClusterRequestError {
  if (error instanceof ClusterRequestError) {
    return error;
  }
  const cause = isError(error) ? error : new Error(String(error));
  const code = String((cause as NodeJS.ErrnoException).code ?? '');
  const reason = reasonOfCode[code] ?? reasonOfPrefix(code, cause);
  return new ClusterRequestError(
    `Cluster '${cluster}' ${sentences[reason]}${detailOf(code, cause)}`,
    { cluster, reason, sent: sent && !neverSent.has(reason), cause },
  );
}

/** The error of an answer whose status is not the one wanted. */
export function statusError(
  cluster: string,
  response: {
    status: number;
    headers: Readonly<Record<string, string>>;
    body: string;
  },
  secret: string | undefined,
): ClusterRequestError {
  const { status } = response;
  const answer = parseStatus(response.body);
  const said = answer.message ?? firstLine(response.body);
  const message = safeMessage(said, secret);
  return new ClusterRequestError(
    `Cluster '${cluster}' answered ${status}${message && `: ${message}`}`,
    {
      cluster,
      reason: reasonOfStatus(status),
      status,
      statusReason: answer.reason,
      retryAfter: retryAfterOf(response.headers['retry-after'], answer),
    },
  );
}

/** The text without what may not be shown: control characters, the credential, and more than a few lines of it. */
export function safeMessage(text: string, secret: string | undefined): string {
  const known = secret ? text.replaceAll(secret, '…') : text;
  // eslint-disable-next-line no-control-regex
  const plain = known.replace(/[\u0000-\u001f\u007f]+/g, ' ').trim();
  return plain.length > LONGEST_MESSAGE
    ? `${plain.slice(0, LONGEST_MESSAGE - 1)}…`
    : plain;
}

/** The reason in the words of coverage. */
export function reasonOfStatus(status: number): FailureReason {
  if (status === 401) return 'auth';
  if (status === 403) return 'forbidden';
  if (status === 404) return 'not-installed';
  if (status === 408 || status === 504) return 'timeout';
  if (status === 413) return 'too-large';
  if (status === 429 || status >= 500) return 'degraded';
  return 'invalid';
}

function detailOf(code: string, cause: Error): string {
  const detail = code || safeMessage(cause.message, undefined);
  return detail ? ` (${detail})` : '';
}

function reasonOfPrefix(code: string, cause: Error): FailureReason {
  if (/^(UNABLE_TO_|CERT_|ERR_SSL_|ERR_TLS_|HOSTNAME_|CRL_)/.test(code)) {
    return 'certificate';
  }
  return cause.name === 'TimeoutError' ? 'timeout' : 'unreachable';
}

interface KubernetesStatus {
  message?: string;
  reason?: string;
  details?: { retryAfterSeconds?: number };
}

function parseStatus(body: string): KubernetesStatus {
  try {
    const parsed = JSON.parse(body);
    if (parsed?.kind !== 'Status') {
      return {};
    }
    return {
      message: typeof parsed.message === 'string' ? parsed.message : undefined,
      reason: typeof parsed.reason === 'string' ? parsed.reason : undefined,
      details: parsed.details,
    };
  } catch {
    return {};
  }
}

function firstLine(body: string): string {
  // Pages of proxies in HTML tell a person nothing.
  return body.trimStart().startsWith('<') ? '' : body.split('\n', 1)[0];
}

function retryAfterOf(
  header: string | undefined,
  answer: KubernetesStatus,
): number | undefined {
  const seconds =
    header && /^\d{1,6}$/.test(header)
      ? Number(header)
      : answer.details?.retryAfterSeconds;
  return typeof seconds === 'number' && seconds >= 0
    ? seconds * 1000
    : undefined;
}
