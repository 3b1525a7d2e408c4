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
import {
  ConflictError,
  InputError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { withinTime } from '../database/withinTime';
import { InstanceLease } from '../leases/InstanceLease';
import {
  AuditAttempt,
  AuditClaim,
  AuditCompletion,
  AuditIntent,
  AuditPage,
  ListAuditOptions,
} from './AuditIntent';
import { encodeAuditJson, encodeAuditText } from './auditText';
import {
  AUDIT_TABLE,
  json,
  RawDbAuditRow,
  toAuditRecord,
} from './RawDbAuditRow';

const MAX_UNWRITTEN_REFUSALS = 1_000;
const MAX_MESSAGE = 2_000;
const MAX_PAGE = 200;

/**
 * Keeps every attempt to change a cluster: its intent before it runs, and its outcome.
 *
 * @remarks
 *
 * Several processes may write to it at once. What one that died left pending is closed as unknown by `AuditSweep`.
 */
export class AuditStore {
  readonly #database: Knex;
  readonly #logger: LoggerService;
  readonly #clock: () => number;
  readonly #instance: InstanceLease;
  /** Outcomes that the database did not take, to be written before the next intent. */
  readonly #unwritten = new Map<string, Partial<RawDbAuditRow>>();

  constructor(options: {
    /** Migrated already. */
    database: Knex;
    /** Says that this process lives, and that what it left pending is its own affair. */
    instance: InstanceLease;
    logger: LoggerService;
    /** Epoch milliseconds. */
    clock: () => number;
  }) {
    this.#database = options.database;
    this.#instance = options.instance;
    this.#logger = options.logger;
    this.#clock = options.clock;
  }

  /**
   * Writes the intent. Nothing may be sent to a cluster before this has answered.
   *
   * @throws ServiceUnavailableError when it cannot be written; ConflictError when the key stands for another request, or for the same one
   * that is still under way.
   */
  async begin(intent: AuditIntent): Promise<AuditClaim> {
    const id = randomUUID();
    try {
      return await withinTime(this.#writeIntent(id, intent));
    } catch (error) {
      if (error instanceof ConflictError) {
        throw error;
      }
      this.#logger.error('The audit log cannot be written', error as Error);
      // Should the intent have been written after all, it must not stay pending.
      if (this.#unwritten.size < MAX_UNWRITTEN_REFUSALS) {
        this.#keep(id, {
          outcome: 'failed',
          message: 'Not run, because the audit log did not answer.',
        });
      }
      throw new ServiceUnavailableError(
        'Nothing was changed, because the audit log cannot be written. Try again later.',
      );
    }
  }

  /** Writes an attempt that was not allowed. */
  async deny(attempt: AuditAttempt, message: string): Promise<void> {
    await withinTime(
      this.#rows().insert({
        ...this.#attemptRow(randomUUID(), attempt),
        outcome: 'denied',
        message: encodeMessage(message),
        completed_at: this.#clock(),
      }),
    );
  }

  /** Writes the outcome. Never fails: an outcome that the database does not take is written with the next intent. Says whether it was written. */
  async complete(id: string, completion: AuditCompletion): Promise<boolean> {
    this.#keep(id, completion);
    try {
      await withinTime(this.#writeUnwritten());
      return true;
    } catch (error) {
      this.#logger.error(
        `The outcome '${completion.outcome}' of ${id} could not be written to the audit log yet`,
        error as Error,
      );
      return false;
    }
  }

  /** A page of the log, newest first. */
  async list(options: ListAuditOptions): Promise<AuditPage> {
    const limit = Math.min(Math.max(Math.trunc(options.limit), 1), MAX_PAGE);
    const query = this.#rows()
      .orderBy('sequence', 'desc')
      .limit(limit + 1);
    if (options.cursor !== undefined) {
      if (!/^\d{1,15}$/.test(options.cursor)) {
        throw new InputError('The cursor is not one of this list');
      }
      query.where('sequence', '<', Number(options.cursor));
    }
    if (options.cluster !== undefined) {
      query.where('cluster', encodeAuditText(options.cluster));
    }
    if (options.actor !== undefined) {
      query.where('actor', options.actor);
    }
    if (options.action !== undefined) {
      query.where('action', options.action);
    }
    const rows = await withinTime(query);
    const page = rows.slice(0, limit);
    return {
      items: page.map(toAuditRecord),
      ...(rows.length > limit && {
        nextCursor: String(page[page.length - 1].sequence),
      }),
    };
  }

  async #writeIntent(id: string, intent: AuditIntent): Promise<AuditClaim> {
    await this.#instance.ensure();
    await this.#writeUnwritten();
    await this.#rows()
      .insert({
        ...this.#attemptRow(id, intent),
        outcome: 'pending',
        idempotency_key: intent.idempotencyKey,
        request_hash: intent.requestHash,
      })
      .onConflict(['actor', 'idempotency_key'])
      .ignore();
    const row = await this.#rows()
      .where({ actor: intent.actor, idempotency_key: intent.idempotencyKey })
      .first();
    return claim(row, id, intent.requestHash);
  }

  #rows() {
    return this.#database<RawDbAuditRow>(AUDIT_TABLE);
  }

  #attemptRow(id: string, attempt: AuditAttempt) {
    const { target } = attempt;
    return {
      id,
      instance_id: this.#instance.id,
      action: attempt.action,
      actor: attempt.actor,
      channel: attempt.channel,
      cluster: encodeAuditText(target.cluster),
      namespace: optionalText(target.namespace),
      kind: encodeAuditText(target.kind),
      name: encodeAuditText(target.name),
      uid: optionalText(target.uid),
      input: encodeAuditJson(attempt.input),
      reason: optionalText(attempt.reason),
      requested_at: this.#clock(),
    };
  }

  #keep(id: string, completion: AuditCompletion): void {
    this.#unwritten.set(id, {
      outcome: completion.outcome,
      message: encodeMessage(completion.message),
      before: optionalJson(completion.before),
      after: optionalJson(completion.after),
      result: optionalJson(completion.result),
      conflict: completion.conflict ?? false,
      completed_at: this.#clock(),
    });
  }

  async #writeUnwritten(): Promise<void> {
    for (const [id, outcome] of this.#unwritten) {
      await this.#rows().where({ id }).update(outcome);
      this.#unwritten.delete(id);
    }
  }
}

function claim(
  row: RawDbAuditRow | undefined,
  id: string,
  requestHash: string,
): AuditClaim {
  if (!row) {
    throw new Error('The intent was not found after it was written');
  }
  if (row.id === id) {
    return { status: 'begun', id };
  }
  if (row.request_hash !== requestHash) {
    throw new ConflictError(
      'This idempotency key was used for another request. Use a new key for a new request.',
    );
  }
  if (row.outcome === 'pending') {
    throw new ConflictError('The same request is still under way');
  }
  const record = toAuditRecord(row);
  return {
    status: 'known',
    id: row.id,
    completion: {
      outcome: record.outcome as AuditCompletion['outcome'],
      message: record.message ?? '',
      result: json(row.result),
      before: record.before,
      after: record.after,
      conflict: Boolean(row.conflict),
    },
  };
}

function encodeMessage(message: string): string {
  return encodeAuditText(
    message.length > MAX_MESSAGE
      ? `${message.slice(0, MAX_MESSAGE - 1)}…`
      : message,
  );
}

function optionalText(text: string | undefined): string | null {
  return text === undefined ? null : encodeAuditText(text);
}

function optionalJson(
  value: Record<string, unknown> | undefined,
): string | null {
  if (value === undefined) {
    return null;
  }
  try {
    return encodeAuditJson(value);
  } catch {
    // A pack's mistake must not cost the outcome.
    return encodeAuditJson({ unreadable: 'This value is no JSON' });
  }
}
