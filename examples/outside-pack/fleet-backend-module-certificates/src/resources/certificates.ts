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
  CertificateRow,
  certificatesResource,
  CertificateStatus,
} from '@acme/backstage-plugin-certificates-common';
import {
  ProjectionContext,
  watchedResource,
} from '@quarterdeck/backstage-plugin-fleet-node';

/** The part of a Certificate that is read from the wire. */
export interface CertificateObject {
  metadata: { uid: string; name: string; namespace: string };
  spec: {
    secretName: string;
    dnsNames?: string[];
    issuerRef: { kind?: string; name: string };
  };
  status?: {
    notAfter?: string;
    renewalTime?: string;
    conditions?: { type: string; status: string; message?: string }[];
  };
}

const STATUS_WORDS = new Map<string | undefined, CertificateStatus>([
  ['True', 'Ready'],
  ['False', 'Not ready'],
]);

/** The row of a Certificate. */
export function certificateRow(
  certificate: CertificateObject,
  { cluster, intern }: ProjectionContext,
): CertificateRow {
  const { metadata, spec, status } = certificate;
  const ready = status?.conditions?.find(({ type }) => type === 'Ready');
  const word = STATUS_WORDS.get(ready?.status) ?? 'Unknown';
  return {
    uid: metadata.uid,
    cluster,
    namespace: intern(metadata.namespace),
    name: metadata.name,
    status: word,
    ...(word !== 'Ready' && ready?.message && { message: ready.message }),
    secret: spec.secretName,
    // The kind may be left out and is Issuer then.
    issuer: intern(`${spec.issuerRef.kind ?? 'Issuer'} ${spec.issuerRef.name}`),
    dnsNames: spec.dnsNames ?? [],
    ...optional('expiry', epoch(status?.notAfter)),
    ...optional('renewal', epoch(status?.renewalTime)),
  };
}

function optional<TName extends string>(
  name: TName,
  value: number | undefined,
): { [K in TName]?: number } {
  return value === undefined
    ? {}
    : ({ [name]: value } as { [K in TName]: number });
}

function epoch(time: string | undefined): number | undefined {
  const milliseconds = time === undefined ? NaN : Date.parse(time);
  return Number.isNaN(milliseconds) ? undefined : milliseconds;
}

/** Certificates of cert-manager, watched while somebody looks. */
export const certificates = watchedResource(certificatesResource, {
  group: 'cert-manager.io',
  version: 'v1',
  plural: 'certificates',
  keep: 'while-viewed',
  fields: [
    'spec.secretName',
    'spec.dnsNames',
    'spec.issuerRef',
    'status.notAfter',
    'status.renewalTime',
    'status.conditions',
  ],
  project: certificateRow,
});
