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

import { ServiceUnavailableError } from '@backstage/errors';
import { sleep } from '../inventory/scheduling/Clock';
import { Lease, LeaseContext } from './Lease';

const PREFIX = 'instance:';

/** How the leases of all processes begin. */
export const instanceLeasePrefix = PREFIX;

/** The name of the lease that says that a process lives. */
export function instanceLeaseName(instance: string): string {
  return `${PREFIX}${instance}`;
}

/** Says to the other processes that this one lives: what it left half done is its own affair while it holds this lease. */
export class InstanceLease {
  readonly #context: LeaseContext;
  readonly #stopping = new AbortController();
  #lease: Lease | undefined;
  #taking: Promise<void> | undefined;

  /** @param id - of this process, never used before. */
  constructor(
    readonly id: string,
    context: LeaseContext,
  ) {
    this.#context = context;
  }

  /**
   * Answers when the lease is held; takes it again at once when it was lost while the database was away.
   *
   * @throws ServiceUnavailableError when it cannot be had.
   */
  async ensure(): Promise<void> {
    if (this.#lease && !this.#lease.signal.aborted) return;
    this.#taking ??= this.#take().finally(() => {
      this.#taking = undefined;
    });
    await this.#taking;
  }

  /** Takes it, and takes it again whenever it is lost, until `stop`. */
  start(): void {
    void this.#regain();
  }

  /** Gives it back. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#taking?.catch(() => {});
    await this.#lease?.release();
  }

  async #take(): Promise<void> {
    const refused = 'This process cannot say in the database that it lives';
    if (this.#stopping.signal.aborted) {
      throw new ServiceUnavailableError(refused);
    }
    const lease = await Lease.take(
      this.#context,
      instanceLeaseName(this.id),
      this.id,
    );
    if (!lease) throw new ServiceUnavailableError(refused);
    this.#lease = lease;
    lease.signal.addEventListener('abort', () => void this.#regain(), {
      once: true,
    });
  }

  async #regain(): Promise<void> {
    const { clock, logger, times } = this.#context;
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      try {
        await this.ensure();
        return;
      } catch (error) {
        logger.warn(
          `The lease of this process is lost: others take it for dead until the database is back`,
          error as Error,
        );
      }
      await sleep(clock, times.retry, signal);
    }
  }
}
