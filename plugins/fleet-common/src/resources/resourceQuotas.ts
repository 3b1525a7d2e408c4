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
import { createResourceRef, resourceRowShape } from './ResourceRef';

/**
 * One ResourceQuota. `items` names what is limited in Kubernetes' words (`requests.cpu`, `pods`, `count/deployments.apps`), with amounts in
 * cores, bytes or objects. `used` is absent until the quota controller has counted. `share` is how much of the fullest limit is used, from 0 up; a limit of
 * zero forbids, and is no share of anything. Absent while nothing is known.
 *
 * @public
 */
export const resourceQuotaRowSchema = z.object({
  ...resourceRowShape,
  items: z.array(
    z.object({
      resource: z.string(),
      hard: z.number(),
      used: z.number().optional(),
    }),
  ),
  share: z.number().optional(),
  created: z.number(),
});

/** @public */
export type ResourceQuotaRow = z.infer<typeof resourceQuotaRowSchema>;

/** ResourceQuotas of every namespace. @public */
export const resourceQuotasResource = createResourceRef({
  id: 'resourcequotas',
  title: 'ResourceQuotas',
  scope: 'namespace',
  row: resourceQuotaRowSchema,
});
