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

import { ClusterRequestError } from '@quarterdeck/backstage-plugin-fleet-node';
import { Failure } from '../../clusters/health/clusterStanding';
import { nestSelection, selectFields, wholeValue } from '../json/selectFields';
import { Backoff } from '../scheduling/Backoff';
import { sleep } from '../scheduling/Clock';
import { LinkedAbort } from '../scheduling/LinkedAbort';
import { listObjects } from './listObjects';
import { Keeper, ReflectorContext } from './ReflectorContext';
import { headFields, ObjectHead, RowKeeper } from './RowKeeper';
import { watchObjects, WatchEnd } from './watchObjects';

const PARKED = 60_000;
/** How long rows outlive the right to read them: they can neither be kept up nor are they meant to be seen. */
const FORBIDDEN_ROWS = 60_000;
/** A watch that ended sooner than this did not end by its time. */
const SHORT_WATCH = 30_000;

/** Failures in a row after which the version to go on from is thought to be their cause. */
const TRUSTED_ATTEMPTS = 3;

/** Reasons that lie with the connection and not with the kind. */
const ofConnection = new Set([
  'unreachable',
  'timeout',
  'dns',
  'refused',
  'certificate',
  'auth',
]);

/** Keeps the rows of one kind of one cluster: lists it, watches it, and begins again where it must. */
export class Reflector implements Keeper {
  readonly #context: ReflectorContext;
  readonly #object;
  readonly #event;
  readonly #backoff: Backoff;
  readonly #keeper: RowKeeper;
  #version: string | undefined;
  #restart: LinkedAbort | undefined;
  #forbiddenSince: number | undefined;
  /** Since when the present watch is open. */
  #openSince: number | undefined;

  constructor(context: ReflectorContext) {
    const { clock, random } = context.fleet;
    this.#context = context;
    this.#object = selectFields([...headFields, ...context.source.fields]);
    this.#event = nestSelection({
      type: wholeValue,
      object: this.#object,
    });
    this.#backoff = new Backoff(clock, random);
    this.#keeper = new RowKeeper(context);
  }

  async run(signal: AbortSignal): Promise<void> {
    const { monitor, state } = this.#context;
    state.syncing();
    while (!signal.aborted) {
      const failure = await monitor.settled(signal);
      if (signal.aborted) return;
      if (failure) {
        state.failed(failure.reason, failure.message);
        await monitor.up(signal);
      } else {
        await this.#round(signal);
      }
    }
  }

  startOver(): void {
    const { table, state } = this.#context;
    this.#version = undefined;
    table.clear();
    table.flush();
    state.forget('syncing');
    this.#restart?.abort(new Error('The cluster was recreated'));
  }

  async #round(outer: AbortSignal): Promise<void> {
    const { listEvery, fleet } = this.#context;
    const { random } = fleet;
    const restart = new LinkedAbort(outer);
    this.#restart = restart;
    const { signal } = restart;
    this.#openSince = undefined;
    try {
      this.#version ??= await this.#list(signal);
      if (listEvery !== undefined) {
        this.#version = undefined;
        this.#backoff.succeeded();
        await this.#wait(listEvery * (0.9 + 0.2 * random()), signal);
        return;
      }
      const end = await this.#watch(this.#version, signal);
      await this.#watchEnded(end, signal);
    } catch (error) {
      if (!signal.aborted) {
        await this.#failed(error, signal);
      }
    } finally {
      restart.dispose();
    }
  }

  async #list(signal: AbortSignal): Promise<string> {
    const { table, state } = this.#context;
    const uids = new Set<string>();
    state.syncing();
    const version = await listObjects(
      this.#context,
      this.#object,
      objects => {
        for (const object of objects as ObjectHead[]) {
          const uid = this.#keeper.keep(object);
          if (uid) uids.add(uid);
        }
        table.flush();
      },
      signal,
    );
    table.retainOnly(uids);
    table.flush();
    state.live();
    this.#forbiddenSince = undefined;
    return version;
  }

  #watch(version: string, signal: AbortSignal): Promise<WatchEnd> {
    const { table, state, fleet } = this.#context;
    return watchObjects(
      this.#context,
      this.#event,
      version,
      {
        onOpen: () => {
          this.#openSince = fleet.clock.now();
          state.live();
          this.#forbiddenSince = undefined;
          this.#backoff.succeeded();
        },
        onObject: (type, object) => {
          if (type === 'DELETED') {
            table.remove(object.metadata!.uid!);
          } else {
            this.#keeper.keep(object);
          }
        },
        onVersion: newer => {
          this.#version = newer;
        },
        onChunkEnd: () => table.flush(),
      },
      signal,
    );
  }

  /** Whether the last watch stood for a good while. How it ended says nothing of those before it then. */
  #stoodWell(): boolean {
    const { clock } = this.#context.fleet;
    return (
      this.#openSince !== undefined &&
      clock.now() - this.#openSince >= SHORT_WATCH
    );
  }

  async #watchEnded(end: WatchEnd, signal: AbortSignal): Promise<void> {
    const { fleet } = this.#context;
    if (end !== 'closed') {
      this.#version = undefined;
      fleet.counters.resyncs++;
    }
    if (!this.#stoodWell()) {
      await this.#wait(this.#backoff.nextQuick(), signal);
    }
  }

  async #failed(error: unknown, signal: AbortSignal): Promise<void> {
    const { fleet, monitor, state, source, connector } = this.#context;
    if (this.#stoodWell()) this.#backoff.reset();
    if (!(error instanceof ClusterRequestError)) {
      fleet.logger.error(
        `Keeping ${source.plural} of cluster '${connector.cluster}' failed`,
        error as Error,
      );
      state.failed('invalid', 'The backend could not read the answer');
      await this.#wait(this.#backoff.next(), signal);
      return;
    }
    const { reason, message, status } = error;
    if (status === 410) {
      // A page of a list came too late. What was read of it is kept until the new list says otherwise.
      fleet.counters.resyncs++;
      await this.#wait(this.#backoff.nextQuick(), signal);
      return;
    }
    if (reason === 'not-installed' || reason === 'forbidden') {
      await this.#refused({ reason, message }, signal);
      return;
    }
    if (
      status === 400 ||
      status === 422 ||
      this.#backoff.attempts >= TRUSTED_ATTEMPTS
    ) {
      // A version that the server cannot read, e.g. of a cluster restored from a backup, would be refused for ever.
      this.#version = undefined;
    }
    if (ofConnection.has(reason)) {
      monitor.doubt();
      if (await monitor.settled(signal)) return;
      if (this.#backoff.attempts === 0) {
        await this.#wait(this.#backoff.nextQuick(), signal);
        return;
      }
    }
    const delay = this.#backoff.next(error.retryAfter);
    state.failed(reason, message);
    await this.#wait(delay, signal);
  }

  /** The kind is not there, or may not be read: that is not asked for often. */
  async #refused(failure: Failure, signal: AbortSignal): Promise<void> {
    const { fleet, state, table, narrow } = this.#context;
    const { reason, message } = failure;
    this.#version = undefined;
    const forbidden = reason === 'forbidden';
    if (forbidden && (await narrow?.())) {
      return;
    }
    const now = fleet.clock.now();
    this.#forbiddenSince = forbidden
      ? (this.#forbiddenSince ?? now)
      : undefined;
    if (forbidden && now - this.#forbiddenSince! < FORBIDDEN_ROWS) {
      state.failed(reason, message);
    } else {
      table.clear();
      table.flush();
      state.forget('failed', { reason, message });
    }
    await this.#wait(PARKED * (1 + fleet.random() / 2), signal);
  }

  #wait(milliseconds: number, signal: AbortSignal): Promise<void> {
    return sleep(this.#context.fleet.clock, milliseconds, signal);
  }
}
