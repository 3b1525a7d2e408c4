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

import type { KubeObject } from '../../store/ObjectStore';
import type { ClusterWorld } from '../../world/ClusterWorld';
import { managedBy } from '../../world/managedFields';
import { ContainerRun, waitingRun } from './containerRuntime';
import { KUBELET_FIELDS, podStatus } from './podStatus';

/** What a kubelet knows of a pod, and how it tells the API server. */
export class PodRecord {
  runs: ContainerRun[];
  phase: 'Pending' | 'Running' | 'Succeeded' | 'Failed' = 'Pending';
  podIP: string | undefined;
  startTime: string | undefined;
  hasSandbox = false;

  constructor(
    private readonly world: ClusterWorld,
    private readonly pod: KubeObject,
    private readonly hostAddress: () => string,
  ) {
    this.runs = pod.spec.containers.map((container: any) =>
      waitingRun(container, 'ContainerCreating'),
    );
    if (pod.status?.startTime) this.#adopt(pod.status);
  }

  /** Writes the status, once the kubelet has taken the pod. */
  report(): void {
    const pod = this.world.kinds.pods.current(this.pod);
    if (!pod || !this.startTime) return;
    const now = this.world.clock.now();
    const status = podStatus({
      pod,
      phase: this.phase,
      runs: this.runs,
      hasSandbox: this.hasSandbox,
      hostIP: this.hostAddress(),
      podIP: this.podIP,
      startTime: this.startTime,
      now,
    });
    const others = (pod.metadata.managedFields ?? []).filter(
      entry => entry.manager !== 'kubelet',
    );
    const managedFields = [
      ...others,
      managedBy('kubelet', 'v1', now, KUBELET_FIELDS, 'status'),
    ];
    this.world.kinds.pods.update({
      ...pod,
      metadata: { ...pod.metadata, managedFields },
      status,
    });
  }

  event(
    run: ContainerRun,
    reason: string,
    message: string,
    warning = false,
  ): void {
    this.world.events.record(this.pod, {
      component: 'kubelet',
      host: this.pod.spec.nodeName,
      container: run.name,
      reason,
      message,
      warning,
    });
  }

  /** Takes over a pod that somebody else started. */
  #adopt(status: any): void {
    this.phase = status.phase;
    this.podIP = status.podIP;
    this.startTime = status.startTime;
    this.hasSandbox = true;
    const known = status.containerStatuses ?? [];
    this.runs = this.runs.map(run => ({
      ...run,
      ...known.find((entry: any) => entry.name === run.name),
    }));
  }
}
