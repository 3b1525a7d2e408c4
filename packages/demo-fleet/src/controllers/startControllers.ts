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

import { startStoreControllers } from '../store/storeControllers';
import type { ClusterWorld } from '../world/ClusterWorld';
import { CronJobController } from './CronJobController';
import { DaemonSetController } from './DaemonSetController';
import { DeploymentController } from './deployment/DeploymentController';
import { DisruptionController } from './DisruptionController';
import { EndpointsController } from './EndpointsController';
import { JobController } from './JobController';
import { Kubelet } from './kubelet/Kubelet';
import { NamespaceFurnisher } from './NamespaceFurnisher';
import { NodeLifecycleController } from './NodeLifecycleController';
import { QuotaController } from './QuotaController';
import { ReplicaSetController } from './ReplicaSetController';
import { Scheduler } from './scheduler/Scheduler';
import { StatefulSetController } from './StatefulSetController';
import { VolumeController } from './VolumeController';

export interface Controllers {
  kubelet: Kubelet;
}

/**
 * All that makes a cluster act. They hear of changes only: start them before
 * the first object is made. Heartbeats are apart, since they never rest:
 * `NodeHeartbeats`, and so are the rounds of `HorizontalPodAutoscalers`.
 */
export function startControllers(
  world: ClusterWorld,
  certificateAuthority: string,
): Controllers {
  startStoreControllers(world.store);
  const kubelet = new Kubelet(world);
  void new Scheduler(world);
  void new DeploymentController(world);
  void new ReplicaSetController(world);
  void new StatefulSetController(world);
  void new DaemonSetController(world);
  void new JobController(world);
  void new CronJobController(world);
  void new NodeLifecycleController(world);
  void new NamespaceFurnisher(world, certificateAuthority);
  void new DisruptionController(world);
  void new VolumeController(world);
  void new QuotaController(world);
  void new EndpointsController(world);
  return { kubelet };
}
