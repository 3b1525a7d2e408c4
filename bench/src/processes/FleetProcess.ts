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

import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parse } from 'yaml';
import { Workload } from '../workloads';
import { endWithThis } from './endWithThis';
import { LOAD_CORE, pinned } from './pinning';
import { repositoryRoot, sourceArguments } from './root';

export interface FleetCluster {
  readonly name: string;
  readonly url: string;
  readonly ca: string;
  readonly token: string;
}

export interface ClusterCounts {
  readonly pods: number;
  readonly nodes: number;
}

interface ClusterRequests {
  readonly of: ReadonlyArray<{
    readonly verb: string;
    readonly resource: string;
    readonly group: string;
    readonly requests: number;
    readonly bytes: number;
  }>;
}

/** By verb and kind, such as `list pods` or `list pods.metrics.k8s.io`; over all clusters. */
export type RequestCounts = Readonly<
  Record<string, { readonly requests: number; readonly bytes: number }>
>;

const START_TIMEOUT = 300_000;
const ATTEMPTS = 5;

/** The demo fleet, as a process of its own. */
export class FleetProcess {
  private constructor(
    readonly kubeconfig: string,
    readonly clusters: readonly FleetCluster[],
    private readonly control: string,
    private readonly child: ChildProcess,
  ) {}

  static async start(
    workload: Workload,
    folder: string,
  ): Promise<FleetProcess> {
    const kubeconfig = join(folder, 'kubeconfig');
    for (let attempt = 1; ; attempt += 1) {
      // Below the ports that systems give to clients.
      const port = 12_000 + Math.floor(Math.random() * 19_000);
      const child = launch(workload, port, kubeconfig);
      const said = await outcome(child);
      if (said.ready) {
        const control = `http://127.0.0.1:${port}`;
        const clusters = await readClusters(kubeconfig, workload.clusters);
        return new FleetProcess(kubeconfig, clusters, control, child);
      }
      child.kill('SIGKILL');
      if (attempt === ATTEMPTS || !said.text.includes('in use')) {
        throw new Error(`The demo fleet did not start: ${said.text.trim()}`);
      }
    }
  }

  named(names: readonly string[]): FleetCluster[] {
    return this.clusters.filter(({ name }) => names.includes(name));
  }

  /** Changes that its churn has made so far. */
  async changes(): Promise<number> {
    const { changes } = await this.#ask<{ changes: number }>('/churn');
    return changes;
  }

  async counts(): Promise<Record<string, ClusterCounts>> {
    const rows =
      await this.#ask<Array<ClusterCounts & { name: string }>>('/clusters');
    return Object.fromEntries(
      rows.map(({ name, pods, nodes }) => [name, { pods, nodes }]),
    );
  }

  /** @param rule - a fault as the demo fleet's switchboard takes it */
  async addFault(cluster: string, rule: object): Promise<void> {
    await this.#ask(`/clusters/${cluster}/faults`, 'POST', rule);
  }

  /** Ends its open watches with 410, and refuses to watch from before now. */
  async expireHistory(cluster: string): Promise<void> {
    await this.#ask(`/clusters/${cluster}/expire-history`, 'POST', {
      openWatches: true,
    });
  }

  async stopCluster(cluster: string): Promise<void> {
    await this.#ask(`/clusters/${cluster}/stop`, 'POST');
  }

  /** What its API servers were asked for so far. */
  async requests(): Promise<RequestCounts> {
    const clusters = await this.#ask<readonly ClusterRequests[]>('/requests');
    const counts: Record<string, { requests: number; bytes: number }> = {};
    for (const { verb, resource, group, requests, bytes } of clusters.flatMap(
      each => each.of,
    )) {
      const name = `${verb} ${resource}${group && `.${group}`}`.trim();
      counts[name] ??= { requests: 0, bytes: 0 };
      counts[name].requests += requests;
      counts[name].bytes += bytes;
    }
    return counts;
  }

  /** CPU time that it has used; undefined where that cannot be told. */
  cpuSeconds(): number | undefined {
    try {
      const stat = readFileSync(`/proc/${this.child.pid}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return (Number(fields[11]) + Number(fields[12])) / 100;
    } catch {
      return undefined;
    }
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null) return;
    const exited = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    const force = setTimeout(() => this.child.kill('SIGKILL'), 5_000);
    await exited;
    clearTimeout(force);
  }

  async #ask<T>(
    path: string,
    method: string = 'GET',
    body?: object,
  ): Promise<T> {
    const response = await fetch(`${this.control}${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      body: body && JSON.stringify(body),
      signal: AbortSignal.timeout(10_000),
    });
    const answer = await response.text();
    if (!response.ok) {
      throw new Error(`The demo fleet refused ${method} ${path}: ${answer}`);
    }
    return (answer && JSON.parse(answer)) as T;
  }
}

function launch(workload: Workload, port: number, kubeconfig: string) {
  const [command, ...args] = pinned(LOAD_CORE, [
    process.execPath,
    '--max-old-space-size=16384',
    ...sourceArguments('packages/demo-fleet/src/cli.ts'),
    ...['--clusters', `${workload.clusters}`],
    ...['--pods', `${workload.pods}`],
    ...['--churn', `${workload.churn}`],
    ...['--port', `${port}`],
    ...['--kubeconfig', kubeconfig],
  ]);
  const child = spawn(command, args, {
    cwd: repositoryRoot,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  endWithThis(child);
  return child;
}

/** Waits until it is ready or has given up. */
function outcome(
  child: ChildProcess,
): Promise<{ ready: boolean; text: string }> {
  return new Promise(resolve => {
    let text = '';
    const timer = setTimeout(
      () => resolve({ ready: false, text: `${text} (not in time)` }),
      START_TIMEOUT,
    );
    const finish = (ready: boolean) => {
      clearTimeout(timer);
      resolve({ ready, text });
    };
    child.stderr!.on('data', data => {
      text += data;
    });
    createInterface(child.stdout!).on('line', line => {
      if (line.startsWith('demo-fleet ready')) finish(true);
    });
    child.once('exit', () => finish(false));
  });
}

async function readClusters(
  kubeconfig: string,
  count: number,
): Promise<FleetCluster[]> {
  const { clusters, users } = parse(await readFile(kubeconfig, 'utf8'));
  const read = clusters.map(({ name, cluster }: any): FleetCluster => ({
    name,
    url: cluster.server,
    ca: Buffer.from(cluster['certificate-authority-data'], 'base64').toString(),
    token: users.find((user: any) => user.name === `${name}-admin`).user.token,
  }));
  if (read.length !== count) {
    throw new Error(`The demo fleet has ${read.length} clusters, not ${count}`);
  }
  return read;
}
