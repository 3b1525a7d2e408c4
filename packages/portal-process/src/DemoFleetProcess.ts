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

import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { freePort } from './freePort';
import { SourceProcess } from './SourceProcess';

const START_TIMEOUT = 120_000;
const ATTEMPTS = 5;

/** How the demo fleet is started. */
export interface StartDemoFleetProcessOptions {
  /** Where the kubeconfig is written; `.portal` beside it is the one for a portal. */
  readonly kubeconfig: string;
  /** Further arguments of the command, such as `--clusters 2`. */
  readonly args?: readonly string[];
}

/** Where a cluster is, and the token of its administrator. */
export interface DemoClusterAccess {
  readonly name: string;
  readonly url: string;
  /** PEM. */
  readonly ca: string;
  readonly token: string;
}

/** The demo fleet as a process of its own. */
export class DemoFleetProcess {
  readonly kubeconfig: string;
  readonly controlUrl: string;
  readonly #process: SourceProcess;

  private constructor(
    kubeconfig: string,
    controlUrl: string,
    process: SourceProcess,
  ) {
    this.kubeconfig = kubeconfig;
    this.controlUrl = controlUrl;
    this.#process = process;
  }

  /** Answers once the clusters do. */
  static async start(
    options: StartDemoFleetProcessOptions,
  ): Promise<DemoFleetProcess> {
    const { kubeconfig, args = [] } = options;
    for (let attempt = 1; ; attempt += 1) {
      const port = await freePort();
      const process = new SourceProcess({
        folder: '.',
        program: 'packages/demo-fleet/src/cli.ts',
        args: ['--port', `${port}`, '--kubeconfig', kubeconfig, ...args],
      });
      try {
        await process.until(
          'the demo fleet is ready',
          async () => process.output.includes('demo-fleet ready'),
          START_TIMEOUT,
        );
        return new DemoFleetProcess(
          kubeconfig,
          `http://127.0.0.1:${port}`,
          process,
        );
      } catch (error) {
        // The clusters' ports follow the first, and somebody may have one of them.
        if (attempt === ATTEMPTS || !`${error}`.includes('in use')) throw error;
      }
    }
  }

  async clusters(): Promise<DemoClusterAccess[]> {
    const { clusters, users } = parse(await readFile(this.kubeconfig, 'utf8'));
    return clusters.map(({ name, cluster }: any) => ({
      name,
      url: cluster.server,
      ca: Buffer.from(
        cluster['certificate-authority-data'],
        'base64',
      ).toString(),
      token: users.find((user: any) => user.name === `${name}-admin`).user
        .token,
    }));
  }

  async stop(): Promise<void> {
    await this.#process.end('SIGTERM');
  }
}
