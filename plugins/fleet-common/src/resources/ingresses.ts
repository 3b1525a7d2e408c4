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
 * One Ingress.
 *
 * @remarks
 *
 * `hosts` are those of its rules, `*` for a rule or default backend without one. `tls` says how many of them it names a certificate for; a controller may have
 * one of its own. `addresses` are what the controller wrote into its status: none means that no controller has taken it up, or that its load balancer has none.
 *
 * @public
 */
export const ingressRowSchema = z.object({
  ...resourceRowShape,
  status: z.enum(['Has address', 'No address', 'Terminating']),
  severity: severitySchema.optional(),
  /** Empty where it names none, and the cluster's default class counts. */
  className: z.string(),
  hosts: z.array(z.string()),
  tls: z.enum(['all', 'some', 'none']),
  addresses: z.array(z.string()),
  created: z.number(),
});

/** @public */
export type IngressRow = z.infer<typeof ingressRowSchema>;

/** Ingresses of every namespace. @public */
export const ingressesResource = createResourceRef({
  id: 'ingresses',
  title: 'Ingresses',
  scope: 'namespace',
  row: ingressRowSchema,
});
