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

import { AuditorService, LoggerService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import { Request } from 'express';
import { createHash, randomUUID } from 'node:crypto';
import { AuditAttempt } from '../../audit/AuditIntent';
import { AuditStore } from '../../audit/AuditStore';
import { encodeAuditText } from '../../audit/auditText';
import { followEvent } from '../../audit/followEvent';

/** Who asks. */
export interface StoredClusterCaller {
  /** Entity ref of the person, or `plugin:<id>` of a service. */
  readonly ref: string;
  readonly request: Request<any, any, any, any, any>;
}

/** An attempt to change the stored clusters. None of its parts may hold a credential. */
export interface ChangeAttempt {
  readonly change: 'add' | 'change' | 'remove';
  readonly name: string;
  readonly caller: StoredClusterCaller;
  readonly input: Record<string, unknown>;
}

/** What a change did. */
export interface Changed {
  readonly before?: Record<string, unknown>;
  readonly after?: Record<string, unknown>;
}

const DONE: Readonly<Record<ChangeAttempt['change'], string>> = {
  add: 'The cluster was added',
  change: 'The cluster was changed',
  remove: 'The cluster was removed',
};

/** Writes changes of the stored clusters to the audit log, before and after, and tells Backstage's auditor of them. */
export class ChangeRecorder {
  readonly #audit: AuditStore;
  readonly #auditor: AuditorService;
  readonly #logger: LoggerService;

  constructor(options: {
    audit: AuditStore;
    auditor: AuditorService;
    logger: LoggerService;
  }) {
    this.#audit = options.audit;
    this.#auditor = options.auditor;
    this.#logger = options.logger;
  }

  /** @throws ServiceUnavailableError, with nothing done, when the audit log does not answer */
  async record<T>(
    attempt: ChangeAttempt,
    work: () => Promise<T>,
    changed: (done: T) => Changed,
  ): Promise<T> {
    const { change, name, input } = attempt;
    const message = DONE[change];
    return this.#told(attempt, async () => {
      const { id } = await this.#audit.begin({
        ...toAudit(attempt),
        idempotencyKey: randomUUID(),
        requestHash: createHash('sha256')
          .update(JSON.stringify([change, name, input]))
          .digest('hex'),
      });
      let done: T;
      try {
        done = await work();
      } catch (error) {
        await this.#audit.complete(id, {
          outcome: 'failed',
          message: messageOf(error),
          conflict: isError(error) && error.name === 'ConflictError',
        });
        throw error;
      }
      await this.#audit.complete(id, {
        outcome: 'succeeded',
        message,
        ...changed(done),
      });
      return done;
    });
  }

  /** Records an attempt of somebody who may not. */
  async deny(attempt: ChangeAttempt, refusal: Error): Promise<void> {
    const denied = this.#told(attempt, async () => {
      // A refusal stands whether or not it can be written down.
      await this.#audit
        .deny(toAudit(attempt), refusal.message)
        .catch(error =>
          this.#logger.error(
            'A refused change could not be written to the audit log',
            error,
          ),
        );
      throw refusal;
    });
    await denied.catch(() => {});
  }

  /** Tells the auditor of something that changes nothing. */
  async tell<T>(
    event: { name: string; server: string; caller: StoredClusterCaller },
    work: () => Promise<T>,
  ): Promise<T> {
    const { name, server, caller } = event;
    return followEvent(
      await this.#auditor.createEvent({
        eventId: 'stored-cluster-test',
        severityLevel: 'low',
        request: caller.request,
        meta: { actor: caller.ref, cluster: encodeAuditText(name), server },
      }),
      this.#logger,
      work,
    );
  }

  async #told<T>(
    { change, name, caller, input }: ChangeAttempt,
    work: () => Promise<T>,
  ): Promise<T> {
    return followEvent(
      await this.#auditor.createEvent({
        eventId: 'stored-cluster-change',
        severityLevel: 'high',
        request: caller.request,
        meta: {
          queryType: change,
          actor: caller.ref,
          cluster: encodeAuditText(name),
          input: JSON.parse(JSON.stringify(input)),
        },
      }),
      this.#logger,
      work,
    );
  }
}

function toAudit({ change, name, caller, input }: ChangeAttempt): AuditAttempt {
  return {
    action: `stored-clusters.${change}`,
    actor: caller.ref,
    channel: 'rest',
    target: { cluster: name, kind: 'StoredCluster', name },
    input,
  };
}

function messageOf(error: unknown): string {
  return isError(error) ? error.message : String(error);
}
