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
  createViewRef,
  rowKey,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { z } from 'zod';
import { certificateRowSchema } from './certificatesResource';

/** Certificates, those that expire first at the top. @public */
export const certificatesListView = createViewRef({
  id: 'certificates.list',
  title: 'Certificates',
  params: z.object({
    /**
     * Only certificates that expire before this, in epoch milliseconds. A view does not know the time, and equal questions are answered
     * once for everybody: whoever asks for "within 30 days" computes this, rounded to days.
     */
    before: z.number().int().optional(),
  }),
  row: certificateRowSchema,
  summary: z.object({
    ready: z.number().int(),
    notReady: z.number().int(),
    unknown: z.number().int(),
  }),
  key: rowKey,
  sorts: ['expiry', 'status', 'name', 'namespace', 'cluster'],
});
