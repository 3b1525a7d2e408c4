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
import { podRowSchema } from '../resources/pods';
import { minutesBackSchema } from './lookBack';
import { createViewRef } from './ViewRef';
import { rowKey } from './rowKey';

/**
 * Pods of which a container was restarted within the last minutes.
 *
 * @remarks
 *
 * Kubernetes keeps how often the containers of a pod were restarted in all, and when the last time was; not how often within a time.
 *
 * @public
 */
export const podRestartsView = createViewRef({
  id: 'pods.restarts',
  title: 'Restarts',
  params: z.object({
    minutes: minutesBackSchema.default(24 * 60),
  }),
  row: podRowSchema,
  summary: z.object({
    pods: z.number().int(),
    /** Those of them that are in error now. */
    errors: z.number().int(),
    /** Restarts of these pods since they were made. */
    restarts: z.number().int(),
  }),
  key: rowKey,
  sorts: [
    'lastRestart',
    'restarts',
    'severity',
    'name',
    'cluster',
    'namespace',
    'age',
  ],
});
