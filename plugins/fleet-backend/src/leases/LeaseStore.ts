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

import { Knex } from 'knex';
import { databaseKind } from '../database/databaseKind';
import { withinTime } from '../database/withinTime';
import { databaseTime } from './databaseTime';
import { LeaseLostError } from './LeaseLostError';

const TABLE = 'leases';
// Before the caller gives up waiting, so that a statement that waits for a lock does not keep its connection.
const STATEMENT_TIMEOUT_MS = 4_000;

interface RawDbLeaseRow {
  name: string;
  holder: string | null;
  token: number | string;
  renewed_at: number | string;
  expires_at: number | string;
}

interface Stoppable<T> extends PromiseLike<T> {
  timeout(milliseconds: number, options: { cancel: boolean }): PromiseLike<T>;
}

/** One period in which one process held a lease. */
export interface LeaseGrant {
  readonly name: string;
  readonly holder: string;
  /** Larger than that of every holder before. */
  readonly token: number;
}

/** How a lease stands. */
export interface LeaseState {
  readonly name: string;
  /** Nobody when it was given back or has expired. */
  readonly holder: string | undefined;
  /** Of the last holder. */
  readonly token: number;
  /** Milliseconds until it ends; 0 when nobody holds it. */
  readonly remaining: number;
}

/**
 * The leases in the database: at most one process holds one of a name.
 *
 * @remarks
 *
 * Each change is one statement that compares and sets, so that it is right under READ COMMITTED: PostgreSQL lets the second of two wait for
 * the first and compares anew. A lease ends by the database's clock; nobody's own clock counts.
 */
export class LeaseStore {
  readonly #database: Knex;
  readonly #duration: number;

  /** @param options.duration - milliseconds that a lease lasts unless it is renewed. */
  constructor(options: { database: Knex; duration: number }) {
    this.#database = options.database;
    this.#duration = options.duration;
  }

  /**
   * Takes a lease that is free, has expired, or is the holder's own. Answers with nothing when another holds it.
   *
   * @remarks
   *
   * Who takes his own lease again gets a new token: what he began under the old one is refused from then on.
   */
  async acquire(name: string, holder: string): Promise<LeaseGrant | undefined> {
    const database = this.#database;
    const rows = await this.#bounded(
      this.#rows()
        .insert({ name, holder, token: 1, ...this.#period() })
        .onConflict('name')
        .merge({
          holder,
          token: database.raw('?? + 1', [`${TABLE}.token`]),
          ...this.#period(),
        })
        .where(lease =>
          lease
            .whereNull(`${TABLE}.holder`)
            .orWhere(`${TABLE}.holder`, holder)
            .orWhere(`${TABLE}.expires_at`, '<=', databaseTime(database)),
        )
        .returning('token'),
    );
    return rows.length === 0
      ? undefined
      : { name, holder, token: Number(rows[0].token) };
  }

  /** Begins the time of a lease anew. Says whether it is still held; one that has expired is not. */
  async renew(grant: LeaseGrant): Promise<boolean> {
    const renewed = await this.#bounded(
      this.#held(grant).update(this.#period()),
    );
    return renewed === 1;
  }

  /** Gives a lease back: another can take it at once. Its token is never used again. Says whether it was still held. */
  async release(grant: LeaseGrant): Promise<boolean> {
    const released = await this.#bounded(
      this.#held(grant).update({
        holder: null,
        expires_at: databaseTime(this.#database),
      }),
    );
    return released === 1;
  }

  /** How a lease stands; nothing when nobody ever held it. */
  async current(name: string): Promise<LeaseState | undefined> {
    const row = await this.#bounded(
      this.#rows()
        .where({ name })
        .first<RawDbLeaseRow & { now: number | string }>(
          '*',
          this.#database.raw('? as ??', [databaseTime(this.#database), 'now']),
        ),
    );
    if (!row) return undefined;
    const remaining =
      row.holder === null
        ? 0
        : Math.max(0, Number(row.expires_at) - Number(row.now));
    return {
      name,
      holder: remaining > 0 ? (row.holder ?? undefined) : undefined,
      token: Number(row.token),
      remaining,
    };
  }

  /** Which of these leases somebody holds now. */
  async held(names: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.#bounded(
      this.#rows()
        .select('name')
        .whereIn('name', [...names])
        .whereNotNull('holder')
        .where('expires_at', '>', databaseTime(this.#database)),
    );
    return new Set(rows.map(({ name }) => name));
  }

  /**
   * Runs writes in one transaction that commits only if the lease is held: nobody else can take it before the end of the transaction.
   *
   * @remarks
   *
   * The lease cannot be renewed meanwhile either, so the work has to be short. A process that is stopped in the middle loses its
   * connection to PostgreSQL, and with it the transaction, after the time of a lease.
   *
   * @throws LeaseLostError when it is not held, before the work runs.
   */
  async fenced<T>(
    grant: LeaseGrant,
    work: (transaction: Knex.Transaction) => Promise<T>,
  ): Promise<T> {
    return this.#database.transaction(async transaction => {
      if (databaseKind(transaction) === 'postgresql') {
        await transaction.raw(
          "select set_config('idle_in_transaction_session_timeout', ?, true)",
          [String(this.#duration)],
        );
      }
      // A write, so that the row is locked; on SQLite it also begins the transaction as one that writes.
      const fenced = await this.#held(grant, transaction).update({
        token: grant.token,
      });
      if (fenced !== 1) {
        throw new LeaseLostError(grant.name);
      }
      return work(transaction);
    });
  }

  /** Removes leases that begin so and ended longer ago than some milliseconds. For names that are never taken again: their tokens begin anew. */
  async forget(prefix: string, milliseconds: number): Promise<number> {
    return this.#bounded(
      this.#rows()
        .whereLike('name', `${prefix}%`)
        .where('expires_at', '<', databaseTime(this.#database, -milliseconds))
        .delete(),
    );
  }

  #rows(database: Knex = this.#database) {
    return database<RawDbLeaseRow>(TABLE);
  }

  #held(grant: LeaseGrant, database: Knex = this.#database) {
    const { name, holder, token } = grant;
    return this.#rows(database)
      .where({ name, holder, token })
      .where('expires_at', '>', databaseTime(database));
  }

  #period() {
    return {
      renewed_at: databaseTime(this.#database) as unknown as number,
      expires_at: databaseTime(
        this.#database,
        this.#duration,
      ) as unknown as number,
    };
  }

  #bounded<T>(query: Stoppable<T>): Promise<T> {
    // SQLite answers at once or not at all; it cannot be told to stop.
    return withinTime(
      databaseKind(this.#database) === 'postgresql'
        ? query.timeout(STATEMENT_TIMEOUT_MS, { cancel: true })
        : query,
    );
  }
}
