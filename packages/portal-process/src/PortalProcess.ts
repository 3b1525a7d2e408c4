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

import { ProcessEnd, SourceProcess } from './SourceProcess';

const START_TIMEOUT = 120_000;

/** How the portal is started. */
export interface StartPortalOptions {
  readonly port: number;
  /** The clusters that it shows. */
  readonly kubeconfig: string;
  /** Where its SQLite files are; without it the database is in memory. */
  readonly databaseFolder?: string;
  /** Configuration files after app-config.yaml and app-config.e2e.yaml, absolute. */
  readonly config?: readonly string[];
  readonly env?: Record<string, string>;
}

/** The whole portal as in production: one process that serves API and built app. Anybody may sign in as guest. */
export class PortalProcess {
  readonly url: string;
  readonly #process: SourceProcess;

  private constructor(url: string, process: SourceProcess) {
    this.url = url;
    this.#process = process;
  }

  /** Answers once the portal is ready. */
  static async start(options: StartPortalOptions): Promise<PortalProcess> {
    const { port, kubeconfig, databaseFolder } = options;
    const url = `http://localhost:${port}`;
    const configs = [
      '../../app-config.yaml',
      '../../app-config.e2e.yaml',
      ...(options.config ?? []),
    ];
    const process = new SourceProcess({
      folder: 'packages/backend',
      program: 'src/index.ts',
      args: configs.flatMap(file => ['--config', file]),
      env: {
        NODE_ENV: 'production',
        QUARTERDECK_KUBECONFIG: kubeconfig,
        APP_CONFIG_app_baseUrl: url,
        APP_CONFIG_backend_baseUrl: url,
        APP_CONFIG_backend_listen: `127.0.0.1:${port}`,
        APP_CONFIG_backend_cors_origin: url,
        ...(databaseFolder && {
          APP_CONFIG_backend_database_connection: JSON.stringify({
            directory: databaseFolder,
          }),
        }),
        ...options.env,
      },
    });
    const portal = new PortalProcess(url, process);
    await process.until(
      `the portal is ready on ${url}`,
      async () => {
        const response = await portal.fetch('/.backstage/health/v1/readiness');
        await response.arrayBuffer();
        return response.ok;
      },
      START_TIMEOUT,
    );
    return portal;
  }

  get output(): string {
    return this.#process.output;
  }

  get running(): boolean {
    return this.#process.running;
  }

  fetch(path: string, init?: RequestInit): Promise<Response> {
    return fetch(`${this.url}${path}`, init);
  }

  /** A token of the guest. */
  async signIn(): Promise<string> {
    const response = await this.fetch('/api/auth/guest/refresh', {
      method: 'POST',
      headers: { 'x-requested-with': 'XMLHttpRequest' },
    });
    const { backstageIdentity } = await response.json();
    return backstageIdentity.token;
  }

  end(signal: NodeJS.Signals): Promise<ProcessEnd> {
    return this.#process.end(signal);
  }
}
