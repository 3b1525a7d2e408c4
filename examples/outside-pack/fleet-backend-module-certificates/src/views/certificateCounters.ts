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

import { CertificateRow } from '@acme/backstage-plugin-certificates-common';
import { AddToCounter } from '@quarterdeck/backstage-plugin-fleet-node';

/** What is counted of certificates. */
export const certificateCounters = ['ready', 'notReady', 'unknown'] as const;

const COUNTER_OF = {
  Ready: 'ready',
  'Not ready': 'notReady',
  Unknown: 'unknown',
} as const;

/** Adds a certificate to the counter of its status. */
export function countCertificate(
  { status }: CertificateRow,
  add: AddToCounter<(typeof certificateCounters)[number]>,
): void {
  add(COUNTER_OF[status]);
}
