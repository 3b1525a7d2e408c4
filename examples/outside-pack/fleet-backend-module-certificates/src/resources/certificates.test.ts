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
  certificateRowSchema,
} from '@acme/backstage-plugin-certificates-common';
import { CertificateObject, certificateRow } from './certificates';

const context = { cluster: 'east', intern: (text: string) => text };

// The fields of a Certificate as the documentation of cert-manager 1.x shows them.
const issued: CertificateObject = {
  metadata: { uid: 'c-1', name: 'shop-tls', namespace: 'shop' },
  spec: {
    secretName: 'shop-tls',
    dnsNames: ['shop.example', 'www.shop.example'],
    issuerRef: { kind: 'ClusterIssuer', name: 'letsencrypt' },
  },
  status: {
    notAfter: '2026-03-01T00:00:00Z',
    renewalTime: '2026-02-01T00:00:00Z',
    conditions: [
      { type: 'Issuing', status: 'False', message: 'Not now' },
      { type: 'Ready', status: 'True', message: 'Up to date' },
    ],
  },
};

const row: CertificateRow = {
  uid: 'c-1',
  cluster: 'east',
  namespace: 'shop',
  name: 'shop-tls',
  status: 'Ready',
  secret: 'shop-tls',
  issuer: 'ClusterIssuer letsencrypt',
  dnsNames: ['shop.example', 'www.shop.example'],
  expiry: Date.UTC(2026, 2, 1),
  renewal: Date.UTC(2026, 1, 1),
};

const { expiry: _expiry, renewal: _renewal, ...neverIssued } = row;

const cases: [string, CertificateObject, CertificateRow][] = [
  ['is ready with its times', issued, row],
  [
    'is not ready and says why',
    {
      ...issued,
      status: {
        ...issued.status,
        conditions: [
          { type: 'Ready', status: 'False', message: 'Issuer not found' },
        ],
      },
    },
    { ...row, status: 'Not ready', message: 'Issuer not found' },
  ],
  [
    'is unknown while the condition is',
    {
      ...issued,
      status: {
        ...issued.status,
        conditions: [{ type: 'Ready', status: 'Unknown' }],
      },
    },
    { ...row, status: 'Unknown' },
  ],
  [
    'is unknown and has no times before cert-manager has seen it',
    {
      metadata: issued.metadata,
      spec: { secretName: 'shop-tls', issuerRef: { name: 'internal' } },
    },
    {
      ...neverIssued,
      status: 'Unknown',
      issuer: 'Issuer internal',
      dnsNames: [],
    },
  ],
  [
    'has no expiry when the time cannot be read',
    { ...issued, status: { ...issued.status, notAfter: 'soon' } },
    { ...neverIssued, renewal: row.renewal },
  ],
];

describe('certificateRow', () => {
  it.each(cases)('%s', (_, object, expected) => {
    expect(certificateRow(object, context)).toEqual(expected);
    expect(certificateRowSchema.parse(expected)).toEqual(expected);
  });
});
