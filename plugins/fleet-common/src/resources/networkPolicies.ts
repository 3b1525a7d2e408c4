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
 * One NetworkPolicy: which directions it isolates, and whether it does so for all pods of its namespace or for some.
 *
 * @public
 */
export const networkPolicyRowSchema = z.object({
  ...resourceRowShape,
  ingress: z.boolean(),
  egress: z.boolean(),
  allPods: z.boolean(),
  created: z.number(),
});

/** @public */
export type NetworkPolicyRow = z.infer<typeof networkPolicyRowSchema>;

/** NetworkPolicies of every namespace. @public */
export const networkPoliciesResource = createResourceRef({
  id: 'networkpolicies',
  title: 'NetworkPolicies',
  scope: 'namespace',
  row: networkPolicyRowSchema,
});
