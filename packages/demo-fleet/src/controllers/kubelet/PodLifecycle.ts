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
import { timestamp } from '../../world/kubernetesTime';
import {
  backOffMs,
  behaviourOf,
  ContainerEnd,
  containerEnd,
  goDuration,
} from './behaviour';
import { ContainerRun, imageIdOf } from './containerRuntime';
import type { Kubelet } from './Kubelet';
import { PodRecord } from './PodRecord';

const DEAD_NODE_RETRY_MS = 10_000;
const BACK_OFF_RESET_MS = 600_000;

/** One pod on its node, from the pulling of its images to its end. */
export class PodLifecycle {
  readonly #node: string;
  readonly #uid: string;
  readonly #timers = new Set<() => void>();
  readonly #record: PodRecord;
  #terminating = false;
  #crashes = 0;

  constructor(
    private readonly world: ClusterWorld,
    private readonly pod: KubeObject,
    private readonly kubelet: Kubelet,
  ) {
    this.#node = pod.spec.nodeName;
    this.#uid = pod.metadata.uid;
    this.#record = new PodRecord(world, pod, () =>
      kubelet.hostAddress(this.#node),
    );
  }

  start(): void {
    this.#after(15, 80, () => {
      this.#record.startTime = timestamp(this.world.clock.now());
      this.#record.report();
      this.#after(250, 900, () => {
        this.#record.hasSandbox = true;
        this.#record.podIP = this.pod.spec.hostNetwork
          ? this.kubelet.hostAddress(this.#node)
          : this.kubelet.nextPodAddress(this.#node);
        this.#record.report();
        this.#pull(0);
      });
    });
  }

  /** Lets the first container die once, as any process may. */
  crash(end: Omit<ContainerEnd, 'afterMs'>): void {
    const run = this.#record.runs[0];
    if (this.#terminating || !run.state.running) return;
    this.abandon();
    this.#end(run, { ...end, afterMs: 0 });
  }

  terminate(): void {
    if (this.#terminating) return;
    this.#terminating = true;
    this.abandon();
    this.#after(10, 40, () => {
      if (this.#record.phase === 'Running') {
        for (const run of this.#record.runs.filter(
          ({ state }) => state.running,
        )) {
          this.#record.event(run, 'Killing', `Stopping container ${run.name}`);
        }
        this.#record.report();
      }
      const current = this.world.kinds.pods.current(this.pod);
      const grace =
        (current?.metadata.deletionGracePeriodSeconds ?? 30) * 1_000;
      this.#after(Math.min(200, grace), Math.min(2_500, grace), () =>
        this.#stopContainers(),
      );
    });
  }

  /** Lets go of every timer, when the pod is gone. */
  abandon(): void {
    for (const cancel of this.#timers) cancel();
    this.#timers.clear();
  }

  #pull(index: number): void {
    const run = this.#record.runs[index];
    if (!run) {
      this.#record.phase = 'Running';
      this.#becomeReady();
      return;
    }
    const behaviour = index === 0 ? behaviourOf(this.pod) : 'healthy';
    if (behaviour === 'image-pull-error') {
      this.#failPull(run, index, 1);
      return;
    }
    if (this.kubelet.fetchImage(this.#node, run.image)) {
      this.#record.event(
        run,
        'Pulled',
        `Container image "${run.image}" already present on machine`,
      );
      this.#after(30, 120, () => this.#startOrRefuse(run, index));
      return;
    }
    this.#record.event(run, 'Pulling', `Pulling image "${run.image}"`);
    const took = this.world.random.between(600, 4_500);
    this.#after(took, took, () => {
      const seconds = (took / 1_000).toFixed(3);
      const megabytes = this.world.random.integer(18, 420);
      this.#record.event(
        run,
        'Pulled',
        `Successfully pulled image "${run.image}" in ${seconds}s (${seconds}s including waiting). Image size: ${megabytes * 1_048_576} bytes.`,
      );
      this.#startOrRefuse(run, index);
    });
  }

  #failPull(run: ContainerRun, index: number, attempt: number): void {
    const why = `failed to pull and unpack image "${run.image}": failed to resolve reference "${run.image}": ${run.image}: not found`;
    this.#record.event(run, 'Pulling', `Pulling image "${run.image}"`);
    this.#after(400, 1_500, () => {
      this.#record.event(
        run,
        'Failed',
        `Failed to pull image "${run.image}": rpc error: code = NotFound desc = ${why}`,
        true,
      );
      this.#record.event(run, 'Failed', 'Error: ErrImagePull', true);
      run.state = {
        waiting: {
          reason: 'ErrImagePull',
          message: `rpc error: code = NotFound desc = ${why}`,
        },
      };
      this.#record.report();
      this.#after(8_000, 14_000, () => {
        const text = `Back-off pulling image "${run.image}"`;
        this.#record.event(run, 'BackOff', text);
        this.#record.event(run, 'Failed', 'Error: ImagePullBackOff', true);
        run.state = {
          waiting: { reason: 'ImagePullBackOff', message: `${text}: ${why}` },
        };
        this.#record.report();
        const wait = backOffMs(attempt);
        this.#after(wait, wait, () => this.#failPull(run, index, attempt + 1));
      });
    });
  }

  #startOrRefuse(run: ContainerRun, index: number): void {
    if (index === 0 && behaviourOf(this.pod) === 'config-error') {
      const message = `secret "${run.name}-credentials" not found`;
      this.#record.event(run, 'Failed', `Error: ${message}`, true);
      run.state = {
        waiting: { reason: 'CreateContainerConfigError', message },
      };
      this.#record.report();
      this.#after(20_000, 30_000, () => this.#startOrRefuse(run, index));
      return;
    }
    this.#run(run, index);
    this.#pull(index + 1);
  }

  #run(run: ContainerRun, index: number): void {
    this.#record.event(run, 'Created', `Created container: ${run.name}`);
    this.#record.event(run, 'Started', `Started container ${run.name}`);
    run.state = { running: { startedAt: timestamp(this.world.clock.now()) } };
    run.started = true;
    run.imageID = imageIdOf(run.image);
    run.containerID = `containerd://${this.world.random.hex(64)}`;
    const end =
      index === 0 ? containerEnd(this.pod, this.world.random) : undefined;
    if (end) this.#after(end.afterMs, end.afterMs, () => this.#end(run, end));
  }

  /** Containers without a readiness probe are ready at once. */
  #becomeReady(): void {
    const probes: any[] = this.pod.spec.containers.map(
      (container: any) => container.readinessProbe,
    );
    const failing = behaviourOf(this.pod) === 'not-ready';
    this.#record.runs.forEach((run, index) => {
      const waits = probes[index] || (failing && index === 0);
      if (!waits) run.ready = run.state.running !== undefined;
    });
    this.#record.report();
    if (failing) {
      this.#failProbe(this.#record.runs[0]);
      return;
    }
    if (this.#record.runs.every(({ ready }) => ready)) return;
    // What crashes within seconds never gets to answer its probe.
    if (behaviourOf(this.pod) === 'crash-loop') return;
    const delay = Math.max(
      ...probes.map(probe => (probe?.initialDelaySeconds ?? 1) * 1_000),
    );
    this.#after(delay, delay + 2_500, () => {
      this.#record.runs.forEach(each => {
        each.ready = each.state.running !== undefined;
      });
      this.#record.report();
    });
  }

  #failProbe(run: ContainerRun): void {
    this.#record.event(
      run,
      'Unhealthy',
      'Readiness probe failed: HTTP probe failed with statuscode: 503',
      true,
    );
    this.#after(30_000, 30_000, () => this.#failProbe(run));
  }

  #end(run: ContainerRun, end: ContainerEnd): void {
    const terminated = {
      exitCode: end.exitCode,
      reason: end.reason,
      startedAt: run.state.running?.startedAt,
      finishedAt: timestamp(this.world.clock.now()),
      containerID: run.containerID,
    };
    run.state = { terminated };
    run.ready = false;
    run.started = false;
    const policy = this.pod.spec.restartPolicy ?? 'Always';
    const restarts =
      policy === 'Always' || (policy === 'OnFailure' && end.exitCode !== 0);
    if (!restarts) {
      this.#record.phase = end.exitCode === 0 ? 'Succeeded' : 'Failed';
      this.#record.report();
      return;
    }
    this.#record.report();
    const ranMs =
      this.world.clock.now() - Date.parse(terminated.startedAt ?? '');
    const attempt = ranMs > BACK_OFF_RESET_MS ? 0 : this.#crashes;
    this.#crashes = attempt + 1;
    const restart = () => {
      run.lastState = { terminated };
      run.restartCount += 1;
      this.#record.event(
        run,
        'Pulled',
        `Container image "${run.image}" already present on machine`,
      );
      this.#run(run, 0);
      this.#becomeReady();
    };
    if (attempt === 0) {
      this.#after(800, 1_500, restart);
      return;
    }
    this.#after(900, 2_000, () => {
      const wait = backOffMs(attempt);
      const { name, namespace } = this.pod.metadata;
      run.lastState = { terminated };
      run.state = {
        waiting: {
          reason: 'CrashLoopBackOff',
          message: `back-off ${goDuration(wait)} restarting failed container=${run.name} pod=${name}_${namespace}(${this.#uid})`,
        },
      };
      this.#record.event(
        run,
        'BackOff',
        `Back-off restarting failed container ${run.name} in pod ${name}_${namespace}(${this.#uid})`,
        true,
      );
      this.#record.report();
      this.#after(wait, wait, restart);
    });
  }

  #stopContainers(): void {
    const finishedAt = timestamp(this.world.clock.now());
    for (const run of this.#record.runs) {
      const startedAt = run.state.running?.startedAt;
      if (!startedAt) continue;
      run.state = {
        terminated: {
          exitCode: 0,
          reason: 'Completed',
          startedAt,
          finishedAt,
          containerID: run.containerID,
        },
      };
      run.ready = false;
      run.started = false;
    }
    if (this.#record.phase === 'Running') this.#record.phase = 'Succeeded';
    if (this.#record.startTime) this.#record.report();
    this.#after(50, 200, () => {
      const current = this.world.kinds.pods.current(this.pod);
      if (current) {
        this.world.kinds.pods.delete(current, { gracePeriodSeconds: 0 });
      }
    });
  }

  /** Goes on after a while, once the node is alive. */
  #after(lowMs: number, highMs: number, step: () => void): void {
    const schedule = (delayMs: number) => {
      const cancel = this.world.clock.schedule(delayMs, () => {
        this.#timers.delete(cancel);
        if (this.kubelet.isAlive(this.#node)) step();
        else schedule(DEAD_NODE_RETRY_MS);
      });
      this.#timers.add(cancel);
    };
    schedule(this.world.random.between(lowMs, highMs));
  }
}
