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
import { createViewRef } from './ViewRef';

const count = z.number().int().optional();
const bytes = z.number().optional();

/**
 * Claims and volumes in numbers and bytes. Absent is unknown: claims where they were never read, volumes likewise.
 *
 * @remarks
 *
 * `requested…` is what the claims ask for, `provisioned` the capacity of all volumes, `unclaimed` that of volumes which no claim has: `Available`,
 * `Released` or `Failed`.
 *
 * @public
 */
export const storageFiguresSchema = z.object({
  claims: count,
  bound: count,
  pending: count,
  lost: count,
  requested: bytes,
  requestedBound: bytes,
  requestedPending: bytes,
  requestedLost: bytes,
  volumes: count,
  provisioned: bytes,
  unclaimed: bytes,
});

/** @public */
export type StorageFigures = z.infer<typeof storageFiguresSchema>;

/** The storage of one class in one cluster. @public */
export const storageClassUseRowSchema = storageFiguresSchema.extend({
  cluster: z.string(),
  /** Empty for claims and volumes without a class. */
  storageClass: z.string(),
  provisioner: z.string().optional(),
  isDefault: z.boolean(),
  /** Claims or volumes name it, and the cluster has no such class. */
  missing: z.boolean(),
});

/** @public */
export type StorageClassUseRow = z.infer<typeof storageClassUseRowSchema>;

/** What is asked for and provided of each storage class of each cluster, most requested first. @public */
export const storageOverviewView = createViewRef({
  id: 'storage.overview',
  title: 'Storage overview',
  params: z.object({
    /** Only this class, by its name. */
    storageClass: z.string().max(253).optional(),
  }),
  row: storageClassUseRowSchema,
  summary: storageFiguresSchema.extend({
    /** Rows whose class is missing. */
    missing: z.number().int(),
  }),
  key: row => `${row.cluster}/${row.storageClass}`,
});
