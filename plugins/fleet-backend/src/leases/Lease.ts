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

import { LoggerService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { withinTime } from '../database/withinTime';
import { Clock, sleep } from '../inventory/scheduling/Clock';
import { LeaseLostError } from './LeaseLostError';
import { LeaseGrant, LeaseStore } from './LeaseStore';

// It ends by itself soon enough, and a process that stops has little time.
const RELEASE_TIMEOUT_MS = 1_000;

/** How long leases last and how they are kept, in milliseconds. */
export interface LeaseTimes {
  /** How long a lease lasts unless it is renewed. */
  readonly duration: number;
  /** How long before its end the holder stops when it could not renew it. */
  readonly margin: number;
  /** How long to wait on average before a lease that another holds is asked for again. */
  readonly retry: number;
}

/** What leases are made with. */
export interface LeaseContext {
  readonly store: LeaseStore;
  readonly times: LeaseTimes;
  readonly clock: Clock;
  readonly logger: LoggerService;
}

/** A lease that this process holds. It renews itself until it is released or lost. */
export class Lease {
  readonly #context: LeaseContext;
  readonly #grant: LeaseGrant;
  readonly #work = new AbortController();
  readonly #keeping = new AbortController();
  #cancelDeadline = () => {};

  /** Answers with nothing when another process holds it. */
  static async take(
    context: LeaseContext,
    name: string,
    holder: string,
  ): Promise<Lease | undefined> {
    const askedAt = context.clock.now();
    const grant = await context.store.acquire(name, holder);
    return grant && new Lease(context, grant, askedAt);
  }

  private constructor(
    context: LeaseContext,
    grant: LeaseGrant,
    askedAt: number,
  ) {
    this.#context = context;
    this.#grant = grant;
    this.#extend(askedAt);
    this.#keep();
  }

  get name(): string {
    return this.#grant.name;
  }

  /** Larger than that of every holder before. */
  get token(): number {
    return this.#grant.token;
  }

  /**
   * Aborted when the work has to end: the lease is lost, could not be renewed in time, or `end` was called.
   *
   * @remarks
   *
   * It is aborted before another process can take the lease. A process that was paused learns of it late: what it writes then is refused
   * by {@link Lease.fenced}, and by nothing else.
   */
  get signal(): AbortSignal {
    return this.#work.signal;
  }

  /**
   * Writes to the database in one transaction, only if the lease is still held.
   *
   * @throws LeaseLostError when it is not; nothing is written then.
   */
  async fenced<T>(
    work: (transaction: Knex.Transaction) => Promise<T>,
  ): Promise<T> {
    try {
      return await this.#context.store.fenced(this.#grant, work);
    } catch (error) {
      if (error instanceof LeaseLostError) {
        this.#lose(error);
      }
      throw error;
    }
  }

  /** Asks the work to end. The lease is kept until it is released. */
  end(): void {
    this.#work.abort(new Error(`The work under '${this.name}' is to end`));
  }

  /** Gives the lease back, when the work has ended: another process can take it at once. Never fails. */
  async release(): Promise<void> {
    const held = !this.#keeping.signal.aborted;
    this.#stopKeeping();
    this.end();
    if (!held) return;
    try {
      await withinTime(
        this.#context.store.release(this.#grant),
        RELEASE_TIMEOUT_MS,
      );
    } catch (error) {
      this.#context.logger.warn(
        `The lease '${this.name}' could not be given back; it ends by itself`,
        error as Error,
      );
    }
  }

  async #keep(): Promise<void> {
    const { clock, times } = this.#context;
    const { signal } = this.#keeping;
    let pause = times.duration / 3;
    for (;;) {
      await sleep(clock, pause, signal);
      if (signal.aborted) return;
      const renewed = await this.#renew();
      pause = times.duration / (renewed ? 3 : 15);
    }
  }

  async #renew(): Promise<boolean> {
    const askedAt = this.#context.clock.now();
    try {
      if (await this.#context.store.renew(this.#grant)) {
        this.#extend(askedAt);
        return true;
      }
      this.#lose(new LeaseLostError(this.name));
    } catch (error) {
      // Its own deadline ends the lease when the database stays away.
      this.#context.logger.warn(
        `The lease '${this.name}' could not be renewed`,
        error as Error,
      );
    }
    return false;
  }

  /** The database counts from when it was asked or later, so that this deadline comes first. */
  #extend(askedAt: number): void {
    const { clock, times } = this.#context;
    this.#cancelDeadline();
    if (this.#keeping.signal.aborted) return;
    this.#cancelDeadline = clock.setTimeout(
      () => this.#lose(new LeaseLostError(this.name)),
      Math.max(0, askedAt + times.duration - times.margin - clock.now()),
    );
  }

  #lose(reason: LeaseLostError): void {
    this.#stopKeeping();
    this.#work.abort(reason);
  }

  #stopKeeping(): void {
    this.#cancelDeadline();
    this.#keeping.abort();
  }
}
