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
import { ConflictError, ServiceUnavailableError } from '@backstage/errors';
import { ActionOutcome } from '@quarterdeck/backstage-plugin-fleet-common';
import {
  ActionImplementation,
  ConfirmedTarget,
} from '@quarterdeck/backstage-plugin-fleet-node';
import { AuditCompletion, AuditIntent } from '../audit/AuditIntent';
import { AuditStore } from '../audit/AuditStore';
import { ActionConnection } from './ActionConnection';
import { toCallerError } from './clusterFailures';
import { DefaultClusterWriter } from './DefaultClusterWriter';

const OBSERVE_TIMEOUT_MS = 5_000;

// Together less than the five seconds in which the portal ends.
const STOP_GRACE_MS = 2_000;
const STOPPED_OBSERVE_TIMEOUT_MS = 1_000;
const STOP_DEADLINE_MS = 4_000;

/** One authorised run. */
export interface ActionRun {
  implementation: ActionImplementation;
  connection: ActionConnection;
  intent: AuditIntent;
  confirmed: ConfirmedTarget;
}

/** Runs authorised actions, each once a key, between the two entries in the audit log. */
export class ActionRuns {
  readonly #audit: AuditStore;
  readonly #logger: LoggerService;
  readonly #timeout: number;
  readonly #shutdown = new AbortController();
  readonly #running = new Map<
    string,
    { hash: string; outcome: Promise<ActionOutcome> }
  >();
  #stopping = false;

  constructor(options: {
    audit: AuditStore;
    logger: LoggerService;
    timeout: number;
  }) {
    this.#audit = options.audit;
    this.#logger = options.logger;
    this.#timeout = options.timeout;
  }

  /** Ends what takes too long, and everything when the portal stops. */
  signal(): AbortSignal {
    return AbortSignal.any([
      AbortSignal.timeout(this.#timeout),
      this.#shutdown.signal,
    ]);
  }

  /** @throws ConflictError when the object is not as confirmed, or the key stands for another request. */
  async run(run: ActionRun): Promise<ActionOutcome> {
    this.refuseWhenStopping();
    const { actor, idempotencyKey, requestHash: hash } = run.intent;
    const key = JSON.stringify([actor, idempotencyKey]);
    const running = this.#running.get(key);
    if (running?.hash === hash) {
      return running.outcome;
    }
    if (running) {
      throw new ConflictError(
        'This idempotency key is in use for another request',
      );
    }
    const outcome = this.#auditedRun(run).finally(() =>
      this.#running.delete(key),
    );
    this.#running.set(key, { hash, outcome });
    return outcome;
  }

  /** What does not end even when it is told to stays pending in the audit log, and is closed as unknown at the next start. */
  async stop(): Promise<void> {
    this.#stopping = true;
    const settled = Promise.allSettled(
      Array.from(this.#running.values(), ({ outcome }) => outcome),
    );
    const grace = setTimeout(() => this.#shutdown.abort(), STOP_GRACE_MS);
    let deadline: NodeJS.Timeout | undefined;
    const late = new Promise<void>(resolve => {
      deadline = setTimeout(() => {
        this.#logger.warn(
          `Stopping without the outcome of ${this.#running.size} actions that do not end`,
        );
        resolve();
      }, STOP_DEADLINE_MS);
    });
    await Promise.race([settled, late]);
    clearTimeout(grace);
    clearTimeout(deadline);
    // Previews have no outcome to wait for.
    this.#shutdown.abort();
  }

  refuseWhenStopping(): void {
    if (this.#stopping) {
      throw new ServiceUnavailableError('The portal is stopping');
    }
  }

  async #auditedRun(run: ActionRun): Promise<ActionOutcome> {
    const claim = await this.#audit.begin(run.intent);
    if (claim.status === 'known') {
      return answer(run.intent.action, claim.id, claim.completion);
    }
    const completion = await this.#attempt(run);
    const written = await this.#audit.complete(claim.id, completion);
    return answer(
      run.intent.action,
      claim.id,
      written
        ? completion
        : {
            ...completion,
            message: `${completion.message} The audit log has not taken this outcome yet.`,
          },
    );
  }

  async #attempt(run: ActionRun): Promise<AuditCompletion> {
    const { implementation, connection, intent, confirmed } = run;
    const signal = this.signal();
    const writer = new DefaultClusterWriter({
      connection,
      mode: 'run',
      signal,
    });
    try {
      const done = await implementation.execute({
        input: intent.input,
        connection,
        writer,
        signal,
        confirmed,
      });
      return {
        outcome: 'succeeded',
        message: done.message,
        result: implementation.ref.result.parse(done.result),
        before: done.before,
        after: done.after,
      };
    } catch (error) {
      if (writer.progress === 'none') {
        return this.#failed(intent, error);
      }
      const what =
        writer.progress === 'lost'
          ? 'The request was sent, but the cluster did not say whether it was done.'
          : 'The cluster accepted a change, but the action did not end as it should.';
      return {
        outcome: 'unknown',
        message: `${what} ${await this.#observe(run)}`,
      };
    }
  }

  #failed(intent: AuditIntent, error: unknown): AuditCompletion {
    if (error instanceof ConflictError) {
      return { outcome: 'failed', message: error.message, conflict: true };
    }
    const shown = toCallerError(error);
    if (shown === error) {
      this.#logger.error(`Action ${intent.action} failed`, error as Error);
    }
    const message = shown instanceof Error ? shown.message : String(shown);
    return { outcome: 'failed', message: `Nothing was changed. ${message}` };
  }

  async #observe(run: ActionRun): Promise<string> {
    const { implementation, connection, intent, confirmed } = run;
    if (!implementation.observe) {
      return 'Look at the object to see.';
    }
    try {
      return await implementation.observe({
        input: intent.input,
        connection,
        signal: this.#observeSignal(),
        confirmed,
      });
    } catch (error) {
      return `Reading the object afterwards failed too: ${error instanceof Error ? error.message : error}`;
    }
  }

  /** A run that the stop of the portal ended has still a moment to look. */
  #observeSignal(): AbortSignal {
    const { signal } = this.#shutdown;
    return signal.aborted
      ? AbortSignal.timeout(STOPPED_OBSERVE_TIMEOUT_MS)
      : AbortSignal.any([AbortSignal.timeout(OBSERVE_TIMEOUT_MS), signal]);
  }
}

function answer(
  action: string,
  auditId: string,
  completion: AuditCompletion,
): ActionOutcome {
  if (completion.conflict) {
    throw new ConflictError(completion.message);
  }
  return {
    auditId,
    action,
    status: completion.outcome,
    message: completion.message,
    ...(completion.result && { result: completion.result }),
  };
}
