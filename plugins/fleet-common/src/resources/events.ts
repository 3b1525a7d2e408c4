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
 * One Event as the cluster reports it: `count` occurrences between `first` and `last` (epoch milliseconds by the cluster's clock).
 *
 * @public
 */
export const eventRowSchema = z.object({
  ...resourceRowShape,
  type: z.string(),
  reason: z.string(),
  message: z.string(),
  objectKind: z.string(),
  objectName: z.string(),
  source: z.string(),
  count: z.number().int(),
  first: z.number(),
  last: z.number(),
});

/** @public */
export type EventRow = z.infer<typeof eventRowSchema>;

/** Events of every namespace; those about cluster-scoped objects are kept by Kubernetes in the namespace `default`. @public */
export const eventsResource = createResourceRef({
  id: 'events',
  title: 'Events',
  scope: 'namespace',
  row: eventRowSchema,
});
