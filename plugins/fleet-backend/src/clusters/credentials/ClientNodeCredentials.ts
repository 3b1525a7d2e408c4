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

import type { User } from '@kubernetes/client-node';
import { readFile } from 'node:fs/promises';
import type { RequestOptions } from 'node:https';
import { ClusterCredential, ClusterCredentials } from './ClusterCredentials';

const TIMEOUT = 30_000;

/** A user of a kubeconfig whose credential a command or an auth provider hands out, as `@kubernetes/client-node` does it. */
export class ClientNodeCredentials implements ClusterCredentials {
  readonly #user: User;
  readonly #authority: string | undefined;
  readonly #authorityFile: string | undefined;
  #config: Promise<import('@kubernetes/client-node').KubeConfig> | undefined;

  constructor(
    user: User,
    authority: string | undefined,
    authorityFile: string | undefined,
  ) {
    this.#user = user;
    this.#authority = authority;
    this.#authorityFile = authorityFile;
  }

  async read(): Promise<ClusterCredential> {
    this.#config ??= this.#load();
    const config = await this.#config;
    const options: RequestOptions = {};
    await withTimeout(config.applyToHTTPSOptions(options as any)).catch(() => {
      // What the command printed may hold secrets.
      throw new Error('The command or auth provider of the kubeconfig failed');
    });
    const authorization = String(
      (options.headers as Record<string, unknown>)?.Authorization ?? '',
    );
    return {
      token: /^Bearer (.+)$/.exec(authorization)?.[1],
      certificate: options.cert?.toString(),
      key: options.key?.toString(),
      authority: this.#authorityFile
        ? await readFile(this.#authorityFile, 'utf8')
        : this.#authority,
    };
  }

  async refresh(): Promise<ClusterCredential | undefined> {
    const before = await this.read().catch(() => undefined);
    // What was handed out before is kept by the configuration until it expires.
    this.#config = undefined;
    const after = await this.read();
    return JSON.stringify(before) === JSON.stringify(after) ? undefined : after;
  }

  async #load() {
    const { KubeConfig } = await import('@kubernetes/client-node');
    const config = new KubeConfig();
    config.loadFromOptions({
      clusters: [{ name: 'cluster', server: 'https://unused.invalid' }],
      users: [this.#user],
      contexts: [
        { name: 'context', cluster: 'cluster', user: this.#user.name },
      ],
      currentContext: 'context',
    });
    return config;
  }
}

async function withTimeout(work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error('The command or auth provider took too long')),
      TIMEOUT,
    );
    timer.unref();
  });
  try {
    await Promise.race([work, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
