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
  certificatesListView,
  certificatesResource,
  CertificateStatus,
} from '@acme/backstage-plugin-certificates-common';
import { collectionView } from '@quarterdeck/backstage-plugin-fleet-node';
import { certificateCounters, countCertificate } from './certificateCounters';

const WORST_FIRST: CertificateStatus[] = ['Not ready', 'Unknown', 'Ready'];

function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function byName(a: CertificateRow, b: CertificateRow): number {
  return compareTexts(a.name, b.name);
}

/** Certificates, filtered and ordered by expiry. */
export const certificatesList = collectionView(certificatesListView, {
  resource: certificatesResource,
  visibility: 'rows',
  filter:
    ({ before }) =>
    ({ expiry }) =>
      before === undefined || (expiry !== undefined && expiry < before),
  sorts: {
    // What was never issued has no expiry and comes last.
    expiry: (a, b) =>
      compareTimes(a.expiry ?? Infinity, b.expiry ?? Infinity) || byName(a, b),
    status: (a, b) =>
      WORST_FIRST.indexOf(a.status) - WORST_FIRST.indexOf(b.status) ||
      byName(a, b),
    name: byName,
    namespace: (a, b) => compareTexts(a.namespace, b.namespace) || byName(a, b),
    cluster: (a, b) => compareTexts(a.cluster, b.cluster) || byName(a, b),
  },
  counters: certificateCounters,
  count: countCertificate,
  summarise: ({ ready, notReady, unknown }) => ({ ready, notReady, unknown }),
});

// Subtracting would make NaN of two that have no expiry.
function compareTimes(a: number, b: number): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
