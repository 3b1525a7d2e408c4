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
  compareSeverity,
  WorkloadRow,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { byLargest, byText, inOrder } from './orders';

const byName = byText<WorkloadRow>(workload => workload.name);

/** The orders that lists of workloads have in common. */
export const workloadOrders = {
  severity: inOrder<WorkloadRow>(
    (a, b) => compareSeverity(a.severity, b.severity),
    byName,
  ),
  name: byName,
  status: inOrder(
    byText<WorkloadRow>(workload => workload.status),
    byName,
  ),
  cluster: inOrder(
    byText<WorkloadRow>(workload => workload.cluster),
    byName,
  ),
  namespace: inOrder(
    byText<WorkloadRow>(workload => workload.namespace),
    byName,
  ),
  replicas: inOrder(
    byLargest<WorkloadRow>(workload => workload.replicas ?? 0),
    byName,
  ),
  age: inOrder(
    byLargest<WorkloadRow>(workload => workload.created),
    byName,
  ),
  /** Where nothing has changed it, that is when it was made. */
  changed: inOrder(
    byLargest<WorkloadRow>(workload => workload.changed ?? workload.created),
    byName,
  ),
} as const;
