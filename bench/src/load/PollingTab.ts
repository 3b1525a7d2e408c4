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

import { mockCredentials } from '@backstage/backend-test-utils';
import { pollingEntity } from './pollingEntity';

/** As `useKubernetesObjects` of the Kubernetes plugin has it. */
const PERIOD = 10_000;

export interface PollingTabOptions {
  readonly port: number;
  readonly viewer: string;
  /** Restarts of each container of each pod in an answer; without it, answers are only received. */
  readonly onRestarts?: (restarts: number) => void;
}

/**
 * A browser's tab with the Kubernetes page of an entity: asks at once and then every ten seconds,
 * unless the last answer has not come yet.
 */
export class PollingTab {
  readonly #gone = new AbortController();
  readonly #timer: NodeJS.Timeout;
  #askedAt: number | undefined;
  /** Milliseconds that each answer took. */
  readonly took: number[] = [];
  readonly clustersAnswered: number[] = [];
  readonly failures: string[] = [];
  bytes = 0;

  constructor(private readonly options: PollingTabOptions) {
    void this.#poll();
    this.#timer = setInterval(() => void this.#poll(), PERIOD);
  }

  /** How many milliseconds it has been waiting for an answer; undefined while it waits for none. */
  get waiting(): number | undefined {
    return this.#askedAt === undefined
      ? undefined
      : performance.now() - this.#askedAt;
  }

  close(): void {
    clearInterval(this.#timer);
    this.#gone.abort();
  }

  async #poll(): Promise<void> {
    if (this.#askedAt !== undefined) return;
    const askedAt = performance.now();
    this.#askedAt = askedAt;
    try {
      // It looks for ways of signing in each time.
      await this.#ask('GET', '/clusters');
      const text = await this.#ask(
        'POST',
        `/services/${pollingEntity.metadata.name}`,
        { entity: pollingEntity, auth: {} },
      );
      this.bytes += text.length;
      this.#read(text);
      this.took.push(performance.now() - askedAt);
    } catch (error) {
      if (!this.#gone.signal.aborted) this.failures.push(`${error}`);
    } finally {
      this.#askedAt = undefined;
    }
  }

  #read(text: string): void {
    const { onRestarts } = this.options;
    if (!onRestarts) return;
    const { items } = JSON.parse(text);
    this.clustersAnswered.push(
      items.filter(({ errors }: any) => errors.length === 0).length,
    );
    for (const { resources } of items) {
      const pods = resources.find(({ type }: any) => type === 'pods');
      for (const { status } of pods?.resources ?? []) {
        for (const { restartCount } of status.containerStatuses ?? []) {
          onRestarts(restartCount);
        }
      }
    }
  }

  async #ask(method: string, path: string, body?: object): Promise<string> {
    const { port, viewer } = this.options;
    const response = await fetch(
      `http://127.0.0.1:${port}/api/kubernetes${path}`,
      {
        method,
        headers: {
          'content-type': 'application/json',
          authorization: mockCredentials.user.header(`user:default/${viewer}`),
        },
        body: body && JSON.stringify(body),
        signal: this.#gone.signal,
      },
    );
    const text = await response.text();
    if (!response.ok) throw new Error(`${path} answered ${response.status}`);
    return text;
  }
}
