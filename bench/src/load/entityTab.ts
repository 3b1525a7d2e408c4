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

import { SubscriptionInput } from '@quarterdeck/backstage-plugin-fleet-common';

/** Labels of a workload with pods in every cluster of the demo fleet: its first deployment. */
export const ENTITY_SELECTOR = 'app.kubernetes.io/name=cart-api-0';

/** What the tab of that component shows: its workloads and its pods, wherever they are. */
export function entityTab(): SubscriptionInput[] {
  const params = { selector: ENTITY_SELECTOR };
  return [
    { id: 'pods', view: 'pods.list', params, window: { sort: 'restarts' } },
    { id: 'workloads', view: 'workloads.list', params },
  ];
}
