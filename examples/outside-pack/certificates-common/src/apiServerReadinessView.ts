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
 * The readiness of one API server: its checks by name, those that failed with what the server says of them.
 *
 * @public
 */
export const apiServerReadinessRowSchema = z.object({
  cluster: z.string(),
  ready: z.boolean(),
  passing: z.array(z.string()),
  failing: z.array(z.object({ name: z.string(), detail: z.string() })),
});

/** @public */
export type ApiServerReadinessRow = z.infer<typeof apiServerReadinessRowSchema>;

/** Which API servers are ready, the others first. Clusters that were never asked have no row. @public */
export const apiServerReadinessView = createViewRef({
  id: 'certificates.readiness',
  title: 'API server readiness',
  params: z.object({}),
  row: apiServerReadinessRowSchema,
  summary: z.object({
    ready: z.number().int(),
    notReady: z.number().int(),
  }),
  key: row => row.cluster,
});
