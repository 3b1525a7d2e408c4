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

import { createViewRef } from '@quarterdeck/backstage-plugin-fleet-common';
import { z } from 'zod';

/**
 * The certificates of one cluster that the viewer may read, by status.
 *
 * @public
 */
export const certificateTotalsRowSchema = z.object({
  cluster: z.string(),
  certificates: z.number().int(),
  ready: z.number().int(),
  notReady: z.number().int(),
  unknown: z.number().int(),
});

/** @public */
export type CertificateTotalsRow = z.infer<typeof certificateTotalsRowSchema>;

/**
 * How many certificates are ready, by cluster. Clusters whose certificates are not known have no row; the totals leave their figures out
 * when no cluster knows.
 *
 * @public
 */
export const certificatesTotalsView = createViewRef({
  id: 'certificates.totals',
  title: 'Certificates by cluster',
  params: z.object({}),
  row: certificateTotalsRowSchema,
  summary: certificateTotalsRowSchema
    .omit({ cluster: true })
    .partial()
    .extend({ clusters: z.number().int() }),
  key: row => row.cluster,
});
