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

import { FleetCluster } from '../processes/FleetProcess';
import { preciseNow } from '../systems/protocol';
import { ClusterClient, RefusedError } from './ClusterClient';
import { Distribution, distribution } from './distribution';

const DOUBT_AFTER = 1_000;
const DOUBT_AGAIN = 5_000;
const CLUSTERS = 10;
const PODS_OF_EACH = 20;
/** Far beyond any other pod, so that a probe stands first among the most restarts. */
const FIRST = 1_000_000;
/** Room for restarts of the churn between two probes. */
const STEP = 1_000;

/** Goes on from one prober to the next: what an earlier one changed must not stand above. */
let lastProbe = 0;

interface Target {
  readonly client: ClusterClient;
  readonly path: string;
  readonly container: string;
}

export interface ProberOptions {
  /** Milliseconds from one change to the next. */
  readonly period?: number;
  /** How many milliseconds may pass before a change counts as lost. */
  readonly giveUp?: number;
  /** Labels of the pods that are changed. */
  readonly selector?: string;
}

export interface ProbeFigures {
  /** From sending the change to the API server until the client holds it; the server's own time is in it. */
  readonly latencyMs?: Distribution;
  /** From sending the change until the API server has answered. */
  readonly writeMs?: Distribution;
  /** From that answer until the client holds it; 0 where the client was sooner. */
  readonly afterWriteMs?: Distribution;
  /** Changes that were not seen in time, though the API server still has them. */
  readonly lost: number;
  /** Changes that the churn had overwritten before anybody was told. */
  readonly overtaken: number;
  /** Changes that the API server did not take in time, as when somebody keeps it busy. */
  readonly unsent: number;
}

/** Changes pods at known times, a few a second, and takes the time until somebody has seen it. */
export class Prober {
  readonly #clients: ClusterClient[];
  readonly #pending = new Map<number, number>();
  readonly #answeredAt = new Map<number, number>();
  readonly #seenAt = new Map<number, number>();
  #targets: Target[] = [];
  #latencies: number[] = [];
  #writes: number[] = [];
  #overtaken = 0;
  #unsent = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(
    clusters: readonly FleetCluster[],
    private readonly options: ProberOptions = {},
  ) {
    this.#clients = clusters
      .slice(0, CLUSTERS)
      .map(cluster => new ClusterClient(cluster));
  }

  /** Somebody holds a pod with so many restarts. */
  readonly seen = (restarts: number, at: number): void => {
    const probe = probeOf(restarts);
    const sentAt = this.#pending.get(probe);
    if (sentAt === undefined) return;
    this.#pending.delete(probe);
    this.#latencies.push(at - sentAt);
    this.#seenAt.set(probe, at);
  };

  /** Looks for the pods that it will change; sooner than starting where the API servers will be busy then. */
  async find(): Promise<void> {
    const { selector } = this.options;
    const query = new URLSearchParams({
      limit: `${PODS_OF_EACH}`,
      ...(selector !== undefined && { labelSelector: selector }),
    });
    const found = await Promise.all(
      this.#clients.map(async client => {
        const { items } = await client.get(`/api/v1/pods?${query}`);
        return items.map(({ metadata, spec }: any): Target => ({
          client,
          path: `/api/v1/namespaces/${metadata.namespace}/pods/${metadata.name}/status`,
          container: spec.containers[0].name,
        }));
      }),
    );
    this.#targets = found.flat();
  }

  async start(): Promise<void> {
    const { period = 200 } = this.options;
    if (this.#targets.length === 0) await this.find();
    this.#timer = setInterval(() => void this.#probe(), period);
  }

  /** Waits for what is still on its way. */
  async finish(): Promise<ProbeFigures & { sent: number }> {
    const { giveUp = 10_000 } = this.options;
    clearInterval(this.#timer);
    const deadline = Date.now() + giveUp;
    while (this.#pending.size > 0 && Date.now() < deadline) {
      await new Promise(resolve => setTimeout(resolve, 20));
    }
    this.#clients.forEach(client => client.close());
    return {
      latencyMs: distribution(this.#latencies),
      writeMs: distribution(this.#writes),
      afterWriteMs: distribution(this.#afterWrites()),
      lost: this.#pending.size,
      overtaken: this.#overtaken,
      unsent: this.#unsent,
      sent: this.#latencies.length + this.#pending.size,
    };
  }

  #afterWrites(): number[] {
    return Array.from(this.#seenAt).flatMap(([probe, at]) => {
      const answeredAt = this.#answeredAt.get(probe);
      return answeredAt === undefined ? [] : [Math.max(0, at - answeredAt)];
    });
  }

  async #probe(): Promise<void> {
    lastProbe += 1;
    const probe = lastProbe;
    const target =
      this.#targets[Math.floor(Math.random() * this.#targets.length)];
    const sentAt = preciseNow();
    this.#pending.set(probe, sentAt);
    try {
      await target.client.patch(target.path, {
        status: {
          containerStatuses: [
            { name: target.container, restartCount: FIRST + probe * STEP },
          ],
        },
      });
      const answeredAt = preciseNow();
      this.#writes.push(answeredAt - sentAt);
      this.#answeredAt.set(probe, answeredAt);
      setTimeout(() => void this.#doubt(probe, target), DOUBT_AFTER);
    } catch (error) {
      this.#pending.delete(probe);
      if (error instanceof RefusedError) {
        // Churn has replaced the pod.
        this.#targets = this.#targets.filter(each => each !== target);
      } else {
        this.#unsent += 1;
      }
    }
  }

  /** A change that nobody has seen may be gone already. */
  async #doubt(probe: number, target: Target): Promise<void> {
    if (!this.#pending.has(probe)) return;
    const pod = await target.client
      .get(target.path.replace(/\/status$/, ''))
      .catch(() => undefined);
    const restarts = pod?.status.containerStatuses.find(
      ({ name }: any) => name === target.container,
    )?.restartCount;
    if (!this.#pending.has(probe)) return;
    if (probeOf(restarts) === probe) {
      const again = () => void this.#doubt(probe, target);
      setTimeout(again, DOUBT_AGAIN).unref();
    } else {
      this.#pending.delete(probe);
      this.#overtaken += 1;
    }
  }
}

function probeOf(restarts: number): number {
  return Math.floor((restarts - FIRST) / STEP);
}
