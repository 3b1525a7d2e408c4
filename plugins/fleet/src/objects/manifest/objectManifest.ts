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
import { lenient, lenientList } from './readManifest';

const texts = lenient(z.record(z.string(), z.string()));

/** What every object has. */
export const objectManifestSchema = z.object({
  metadata: lenient(z.object({ labels: texts, annotations: texts })),
});

/** What the page of a node shows beside its row. */
export const nodeManifestSchema = z.object({
  spec: lenient(
    z.object({
      taints: lenientList(
        z.object({
          key: z.string(),
          value: z.string().optional(),
          effect: z.string(),
        }),
      ),
    }),
  ),
  status: lenient(
    z.object({
      addresses: lenientList(
        z.object({ type: z.string(), address: z.string() }),
      ),
      capacity: texts,
      allocatable: texts,
      nodeInfo: lenient(
        z.object({
          osImage: lenient(z.string()),
          kernelVersion: lenient(z.string()),
          containerRuntimeVersion: lenient(z.string()),
          architecture: lenient(z.string()),
        }),
      ),
    }),
  ),
});
