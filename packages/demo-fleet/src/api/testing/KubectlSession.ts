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

import { ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { SingleDemoCluster, startDemoCluster } from '../../startDemoCluster';

const isInstalled = spawnSync('kubectl', ['version', '--client']).status === 0;

if (!isInstalled) {
  // eslint-disable-next-line no-console
  console.warn('kubectl is not installed: its tests are not run');
}

/** A suite that needs a kubectl on the machine. */
export const describeKubectl = isInstalled ? describe : describe.skip;

/** Simulated seconds in a second, so that pods start and stop at once. */
const SPEED = 20;

export interface KubectlResult {
  stdout: string;
  stderr: string;
  code: number | null;
}

/** A person at a terminal: a kubectl with a home and a kubeconfig of its own. */
export class KubectlSession {
  readonly #directory = mkdtempSync(join(tmpdir(), 'kubectl-'));
  readonly #running = new Set<ChildProcess>();

  constructor(kubeconfig: string) {
    this.file('kubeconfig', kubeconfig);
  }

  /** Writes a file of the person's; its path. Objects become JSON. */
  file(name: string, content: string | object): string {
    const path = join(this.#directory, name);
    const text =
      typeof content === 'string' ? content : JSON.stringify(content);
    writeFileSync(path, text);
    return path;
  }

  run(...words: string[]): Promise<KubectlResult> {
    const child = this.#spawn(words);
    const result = { stdout: '', stderr: '' };
    child.stdout!.on('data', chunk => (result.stdout += chunk));
    child.stderr!.on('data', chunk => (result.stderr += chunk));
    return new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', code => resolve({ ...result, code }));
    });
  }

  /** What a command prints; it must succeed. */
  async ok(...words: string[]): Promise<string> {
    const { stdout, stderr, code } = await this.run(...words);
    if (code !== 0) {
      throw new Error(`kubectl ${words.join(' ')}: ${code}: ${stderr}`);
    }
    return stdout;
  }

  /** How a command fails: its complaint, with the exit code of 1 that all have. */
  async fails(...words: string[]): Promise<string> {
    const { stdout, stderr, code } = await this.run(...words);
    if (code !== 1) {
      throw new Error(`kubectl ${words.join(' ')}: ${code}: ${stdout}`);
    }
    return stderr;
  }

  /** The rows of a table that a command prints, split into their cells. */
  async table(...words: string[]): Promise<string[][]> {
    const text = await this.ok(...words);
    return text
      .trimEnd()
      .split('\n')
      .map(line => line.trimEnd().split(/\s{2,}/));
  }

  async json(...words: string[]): Promise<any> {
    return JSON.parse(await this.ok(...words, '-o', 'json'));
  }

  /** The lines of a command that goes on; leaving the loop ends it. */
  async *follow(...words: string[]): AsyncGenerator<string> {
    const child = this.#spawn(words);
    try {
      yield* createInterface({ input: child.stdout! });
    } finally {
      child.kill();
    }
  }

  close(): void {
    this.#running.forEach(child => child.kill());
    rmSync(this.#directory, { recursive: true });
  }

  #spawn(words: string[]): ChildProcess {
    const child = spawn('kubectl', words, {
      env: {
        ...process.env,
        HOME: this.#directory,
        KUBECONFIG: join(this.#directory, 'kubeconfig'),
      },
    });
    this.#running.add(child);
    child.on('close', () => this.#running.delete(child));
    return child;
  }
}

/** A session with a cluster of its own for each suite that calls this. */
export function useKubectl(): {
  readonly kubectl: KubectlSession;
  readonly cluster: SingleDemoCluster;
} {
  let cluster: SingleDemoCluster;
  let kubectl: KubectlSession;
  beforeAll(async () => {
    cluster = await startDemoCluster({ name: 'east', speed: SPEED });
    kubectl = new KubectlSession(cluster.kubeconfig());
  });
  afterAll(async () => {
    kubectl.close();
    await cluster.close();
  });
  return {
    get kubectl() {
      return kubectl;
    },
    get cluster() {
      return cluster;
    },
  };
}

/** A Deployment as somebody writes it into a file. */
export function deploymentManifest(
  name: string,
  image: string,
  more: object = {},
) {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace: 'default', labels: { app: name } },
    spec: {
      replicas: 2,
      selector: { matchLabels: { app: name } },
      template: {
        metadata: { labels: { app: name } },
        spec: { containers: [{ name, image, ...more }] },
      },
    },
  };
}
