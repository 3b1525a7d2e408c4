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

/** Types of Service. @public */
export const serviceTypeSchema = z.enum([
  'ClusterIP',
  'NodePort',
  'LoadBalancer',
  'ExternalName',
]);

/** @public */
export type ServiceType = z.infer<typeof serviceTypeSchema>;

/** What is remarkable about a Service. @public */
export const serviceStatusSchema = z.enum([
  'Set up',
  /** A LoadBalancer that nobody has given an address. */
  'No address',
  /** Kubernetes finds no pods for it: somebody else has to keep its endpoints. */
  'No selector',
  'Terminating',
]);

/** @public */
export type ServiceStatus = z.infer<typeof serviceStatusSchema>;

/**
 * One Service.
 *
 * @remarks
 *
 * Whether pods stand behind it is not known. `ports` are in kubectl's words: `443:31098/TCP`. `addresses` are those under which it is reached from
 * outside: of the load balancer, the external IPs, or the name that an ExternalName stands for.
 *
 * @public
 */
export const serviceRowSchema = z.object({
  ...resourceRowShape,
  type: serviceTypeSchema,
  status: serviceStatusSchema,
  severity: severitySchema.optional(),
  headless: z.boolean(),
  hasSelector: z.boolean(),
  ports: z.array(z.string()),
  addresses: z.array(z.string()),
  clusterIp: z.string().optional(),
  created: z.number(),
});

/** @public */
export type ServiceRow = z.infer<typeof serviceRowSchema>;

/** Services of every namespace. @public */
export const servicesResource = createResourceRef({
  id: 'services',
  title: 'Services',
  scope: 'namespace',
  row: serviceRowSchema,
});
