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

import { safeMessage } from '../connection/requestErrors';
import { ShownCertificate } from './shownCertificate';

/** What is wrong with a certificate, and what to do. */
export interface CertificateFailure {
  readonly message: string;
  readonly advice: string;
}

const UNKNOWN_AUTHORITY = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'CERT_SIGNATURE_FAILURE',
  'CERT_UNTRUSTED',
  'INVALID_CA',
]);
const MOST_NAMES = 5;

export interface CertificateFailureInput {
  readonly cluster: string;
  readonly server: URL;
  readonly error: unknown;
  readonly shown: ShownCertificate | undefined;
  /** Where the cluster is defined, in words. */
  readonly place: string;
}

/** Tells what is wrong with a certificate; undefined when the error says no more than that something is. */
export function certificateFailure(
  input: CertificateFailureInput,
): CertificateFailure | undefined {
  const code = String((input.error as { code?: unknown })?.code ?? '');
  if (code === 'CERT_HAS_EXPIRED') return expired(input);
  if (code === 'CERT_NOT_YET_VALID') return notYetValid(input);
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') return otherName(input);
  if (UNKNOWN_AUTHORITY.has(code)) return unknownAuthority(input);
  if (/^ERR_SSL_.*(WRONG_VERSION|PACKET_LENGTH)/.test(code)) {
    return noTls(input);
  }
  return /^ERR_SSL_.*ALERT_.*(CERTIFICATE|UNKNOWN_CA|ACCESS_DENIED)/.test(code)
    ? clientRefused(input)
    : undefined;
}

function expired({
  cluster,
  shown,
}: CertificateFailureInput): CertificateFailure {
  return {
    message: `Cluster '${cluster}' showed a certificate that expired${on(shown?.validTo)}`,
    advice:
      "Renew the API server's certificate, with kubeadm by 'kubeadm certs renew apiserver' and a restart of the API server. The connection heals by itself.",
  };
}

function notYetValid({
  cluster,
  shown,
}: CertificateFailureInput): CertificateFailure {
  return {
    message: `Cluster '${cluster}' showed a certificate that is not valid before${on(shown?.validFrom).replace(' on', '') || ' some time to come'}`,
    advice:
      "Compare the clocks of the backend and of the control plane with 'date -u': one of them is wrong, or the certificate was made too early.",
  };
}

function otherName({
  cluster,
  server,
  error,
  place,
}: CertificateFailureInput): CertificateFailure {
  const names = altNamesOf(error);
  return {
    message: `Cluster '${cluster}' showed a certificate that is not for ${server.hostname}${
      names.length > 0 ? ` but for ${names.join(', ')}` : ''
    }`,
    advice: `Use one of the certificate's names as the server in ${place}, or name it there as tls-server-name.`,
  };
}

function unknownAuthority({
  cluster,
  shown,
  place,
}: CertificateFailureInput): CertificateFailure {
  const issuer = shown?.issuer && safeMessage(shown.issuer, undefined);
  return {
    message: `Cluster '${cluster}' showed a certificate of an authority that is not trusted${
      issuer ? `: ${issuer}` : ''
    }`,
    advice: `Put the cluster's own authority into ${place} as certificate-authority-data; 'kubectl config view --raw --minify --flatten' shows the right one where kubectl works. A proxy that opens TLS shows its own authority.`,
  };
}

function noTls({
  cluster,
  server,
  place,
}: CertificateFailureInput): CertificateFailure {
  return {
    message: `Cluster '${cluster}' does not speak TLS at ${server.host}`,
    advice: `Check the port and the scheme of the server in ${place}.`,
  };
}

function clientRefused({
  cluster,
  place,
}: CertificateFailureInput): CertificateFailure {
  return {
    message: `Cluster '${cluster}' refused the client certificate`,
    advice: `Renew the client certificate in ${place}; 'openssl x509 -noout -enddate' shows when one expires.`,
  };
}

function on(date: Date | undefined): string {
  return date ? ` on ${date.toISOString().replace('.000Z', 'Z')}` : '';
}

function altNamesOf(error: unknown): string[] {
  const text = (error as { cert?: { subjectaltname?: string } })?.cert
    ?.subjectaltname;
  const names = (text ?? '')
    .split(', ')
    .map(name => name.replace(/^(DNS|IP Address):/, ''))
    .filter(Boolean);
  const first = names
    .slice(0, MOST_NAMES)
    .map(name => safeMessage(name, undefined));
  return names.length > MOST_NAMES ? [...first, '…'] : first;
}
