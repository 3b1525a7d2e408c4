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

import { sleep } from '../inventory/scheduling/Clock';
import { Lease, LeaseContext } from './Lease';

const STOP_GRACE_MS = 2_000;

/** Work of which only one process does its part at a time. */
export interface LeasedWork {
  /** Name of the lease. */
  readonly name: string;
  /** Works while the signal of the lease is not aborted, and ends soon after. When it ends before, it runs again after a while, here or elsewhere. */
  run(lease: Lease): Promise<void>;
}

/** Work that waits for its lease or runs under it. */
export interface HeldLease {
  /** Asks the work to end and gives the lease back. */
  stop(): Promise<void>;
}

/** Does work whenever this process holds its lease, until it is stopped. */
export function holdLease(
  options: LeaseContext & {
    readonly holder: string;
    readonly random: () => number;
    readonly work: LeasedWork;
  },
): HeldLease {
  const { clock, holder, logger, random, times, work } = options;
  const stopping = new AbortController();

  const take = async () => {
    try {
      return await Lease.take(options, work.name, holder);
    } catch (error) {
      logger.warn(
        `The lease '${work.name}' could not be asked for`,
        error as Error,
      );
      return undefined;
    }
  };

  const runUnder = async (lease: Lease) => {
    const end = () => lease.end();
    stopping.signal.addEventListener('abort', end);
    try {
      if (!stopping.signal.aborted) await work.run(lease);
    } catch (error) {
      if (!lease.signal.aborted) {
        logger.error(`The work under '${work.name}' failed`, error as Error);
      }
    } finally {
      stopping.signal.removeEventListener('abort', end);
      await lease.release();
    }
  };

  const ended = (async () => {
    while (!stopping.signal.aborted) {
      const lease = await take();
      if (lease) await runUnder(lease);
      // Not in step with the others that wait for it.
      await sleep(clock, times.retry * (0.5 + random()), stopping.signal);
    }
  })();

  return {
    async stop() {
      stopping.abort();
      let cancel = () => {};
      const late = new Promise<void>(resolve => {
        cancel = clock.setTimeout(() => {
          // Given back now, it could be taken while this still works.
          logger.warn(
            `The work under '${work.name}' does not end; its lease ends by itself`,
          );
          resolve();
        }, STOP_GRACE_MS);
      });
      await Promise.race([ended, late]);
      cancel();
    },
  };
}
