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

import { z } from 'zod';
import { persistentVolumeClaimRowSchema } from '../resources/persistentVolumeClaims';
import { createViewRef } from './ViewRef';
import { rowKey } from './rowKey';

/** PersistentVolumeClaims; lost and pending ones first. @public */
export const claimsView = createViewRef({
  id: 'claims.status',
  title: 'Volume claims',
  params: z.object({
    phases: z.array(z.string().max(64)).max(10).optional(),
    storageClass: z.string().max(253).optional(),
    /** Leaves out those that are bound and not about to change. */
    onlyTroubled: z.boolean().default(false),
  }),
  row: persistentVolumeClaimRowSchema,
  summary: z.object({
    bound: z.number().int(),
    pending: z.number().int(),
    lost: z.number().int(),
    /** Bytes that they ask for. */
    requested: z.number(),
  }),
  key: rowKey,
  sorts: [
    'severity',
    'name',
    'storageClass',
    'requested',
    'capacity',
    'age',
    'cluster',
    'namespace',
  ],
});
