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

import type { ClusterWorld } from '../world/ClusterWorld';
import { CronJobController } from './CronJobController';
import { DaemonSetController } from './DaemonSetController';
import { DeploymentController } from './deployment/DeploymentController';
import { DisruptionController } from './DisruptionController';
import { GarbageCollector } from './GarbageCollector';
import { JobController } from './JobController';
import { Kubelet } from './kubelet/Kubelet';
import { NamespaceController } from './NamespaceController';
import { NodeLifecycleController } from './NodeLifecycleController';
import { ReplicaSetController } from './ReplicaSetController';
import { Scheduler } from './scheduler/Scheduler';
import { StatefulSetController } from './StatefulSetController';

export interface Controllers {
  kubelet: Kubelet;
}

/**
 * All that makes a cluster act. They hear of changes only: start them before
 * the first object is made. Heartbeats and schedules are apart, since they
 * never rest: `NodeHeartbeats`, `CronJobController`.
 */
export function startControllers(
  world: ClusterWorld,
  certificateAuthority: string,
): Controllers {
  const kubelet = new Kubelet(world);
  new Scheduler(world);
  new DeploymentController(world);
  new ReplicaSetController(world);
  new StatefulSetController(world);
  new DaemonSetController(world);
  new JobController(world);
  new CronJobController(world);
  new NodeLifecycleController(world);
  new NamespaceController(world, certificateAuthority);
  new GarbageCollector(world);
  new DisruptionController(world);
  return { kubelet };
}
