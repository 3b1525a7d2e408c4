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
  createResourceRef,
  resourceRowShape,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { z } from 'zod';

/**
 * Where a certificate stands: the status of its condition Ready, `Unknown` when cert-manager has not set one.
 *
 * @public
 */
export const certificateStatusSchema = z.enum([
  'Ready',
  'Not ready',
  'Unknown',
]);

/** @public */
export type CertificateStatus = z.infer<typeof certificateStatusSchema>;

/**
 * One Certificate of cert-manager.
 *
 * @remarks
 *
 * `expiry` and `renewal` are `status.notAfter` and `status.renewalTime` in epoch milliseconds by the cluster's clock; absent while nothing
 * has been issued. `issuer` is kind and name, such as `ClusterIssuer letsencrypt`. `message` says why it is not ready.
 *
 * @public
 */
export const certificateRowSchema = z.object({
  ...resourceRowShape,
  status: certificateStatusSchema,
  message: z.string().optional(),
  secret: z.string(),
  issuer: z.string(),
  dnsNames: z.array(z.string()),
  expiry: z.number().optional(),
  renewal: z.number().optional(),
});

/** @public */
export type CertificateRow = z.infer<typeof certificateRowSchema>;

/** Certificates of every namespace. @public */
export const certificatesResource = createResourceRef({
  id: 'certificates',
  scope: 'namespace',
  row: certificateRowSchema,
});
