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
import { severitySchema } from './severity';

/**
 * One Deployment.
 *
 * @remarks
 *
 * `status` says where its rollout stands: `Available`, `Progressing`, `Degraded` (fewer replicas available than wanted), `Failed`
 * (the Progressing condition is False, e.g. ProgressDeadlineExceeded), `Paused` or `Scaled to zero`.
 *
 * @public
 */
export const deploymentRowSchema = z.object({
  ...resourceRowShape,
  status: z.enum([
    'Available',
    'Progressing',
    'Degraded',
    'Failed',
    'Paused',
    'Scaled to zero',
  ]),
  severity: severitySchema.optional(),
  message: z.string().optional(),
  replicas: z.number().int(),
  ready: z.number().int(),
  updated: z.number().int(),
  available: z.number().int(),
  images: z.array(z.string()),
  created: z.number(),
});

/** @public */
export type DeploymentRow = z.infer<typeof deploymentRowSchema>;

/** Deployments of every namespace. @public */
export const deploymentsResource = createResourceRef({
  id: 'deployments',
  scope: 'namespace',
  row: deploymentRowSchema,
});
