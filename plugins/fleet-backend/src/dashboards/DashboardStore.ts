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

import { isDatabaseConflictError } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import {
  dashboardSlugSchema,
  slugOfTitle,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import {
  ChangedDashboard,
  NewDashboard,
  RawDbDashboardRow,
  StoredDashboard,
  StoredDashboardWithContent,
  summaryColumns,
  toColumns,
  toStoredDashboard,
} from './StoredDashboard';

/** The dashboards that people own. It knows nothing of who may see or change them. */
export class DashboardStore {
  readonly #database: Knex;
  readonly #clock: () => number;

  /** The tables of the plugin must be there already. */
  constructor(options: { database: Knex; clock: () => number }) {
    this.#database = options.database;
    this.#clock = options.clock;
  }

  /** Those of some owners, and those that everyone sees. */
  async listFor(owners: readonly string[]): Promise<StoredDashboard[]> {
    const rows = await this.#rows()
      .select(...summaryColumns)
      .where({ visibility: 'everyone' })
      .orWhereIn('owner', [...owners]);
    return rows.map(toStoredDashboard);
  }

  async findMany(ids: readonly string[]): Promise<StoredDashboard[]> {
    const rows = await this.#rows()
      .select(...summaryColumns)
      .whereIn('id', ids.filter(isName));
    return rows.map(toStoredDashboard);
  }

  async find(
    idOrSlug: string,
  ): Promise<StoredDashboardWithContent | undefined> {
    if (!isName(idOrSlug)) return undefined;
    const rows = await this.#rows()
      .where({ id: idOrSlug })
      .orWhere({ slug: idOrSlug });
    const row = rows.find(({ id }) => id === idOrSlug) ?? rows[0];
    return row && toWithContent(row);
  }

  /** How many somebody owns. */
  async count(owner: string): Promise<number> {
    const [{ number }] = await this.#rows()
      .where({ owner })
      .count({ number: '*' });
    return Number(number);
  }

  /**
   * @param slug - is made from the title when left out, with a number behind it when it is taken.
   * @throws ConflictError when the slug that is asked for is taken.
   */
  async add(
    dashboard: NewDashboard,
    slug: string | undefined,
    by: string,
  ): Promise<StoredDashboardWithContent> {
    const now = this.#clock();
    const row = (address: string) =>
      ({
        description: null,
        template: null,
        ...toColumns({ ...dashboard, slug: address }),
        id: randomUUID(),
        revision: 1,
        created_at: now,
        updated_at: now,
        updated_by: by,
      }) as RawDbDashboardRow;
    if (slug !== undefined) {
      const asked = row(slug);
      if (!(await this.#insert(asked))) throw taken(slug);
      return toWithContent(asked);
    }
    const others = await this.#slugsLike(slugOfTitle(dashboard.title));
    for (let number = 1; ; number += 1) {
      const address = slugOfTitle(dashboard.title, number);
      if (!others.has(address)) {
        const made = row(address);
        if (await this.#insert(made)) return toWithContent(made);
      }
    }
  }

  /**
   * Answers with nothing when there is none of this id and revision.
   * @throws ConflictError when the slug is taken.
   */
  async change(
    { id, revision }: Pick<StoredDashboard, 'id' | 'revision'>,
    change: ChangedDashboard,
    by: string,
  ): Promise<StoredDashboardWithContent | undefined> {
    try {
      const [row] = await this.#rows()
        .where({ id, revision })
        .update({
          ...toColumns(change),
          revision: revision + 1,
          updated_at: this.#clock(),
          updated_by: by,
        })
        .returning('*');
      return row && toWithContent(row);
    } catch (error) {
      if (change.slug !== undefined && isDatabaseConflictError(error)) {
        throw taken(change.slug);
      }
      throw error;
    }
  }

  /** Removes it with its pins, and as what is shown first, of everybody. Says whether it was there, of this owner. */
  async remove({
    id,
    owner,
  }: Pick<StoredDashboard, 'id' | 'owner'>): Promise<boolean> {
    return this.#database.transaction(async transaction => {
      const removed = await transaction('dashboards')
        .where({ id, owner })
        .delete();
      if (removed === 0) return false;
      await transaction('dashboard_pins').where({ dashboard: id }).delete();
      await transaction('dashboard_preferences')
        .where({ default_dashboard: id })
        .update({ default_dashboard: null });
      return true;
    });
  }

  async #slugsLike(slug: string): Promise<Set<string>> {
    const slugs = await this.#rows()
      .where({ slug })
      .orWhereLike('slug', `${slug}-%`)
      .pluck('slug');
    return new Set(slugs);
  }

  /** Says whether the slug was free. */
  async #insert(row: RawDbDashboardRow): Promise<boolean> {
    const inserted = await this.#rows()
      .insert(row)
      .onConflict('slug')
      .ignore()
      .returning('id');
    return inserted.length > 0;
  }

  #rows() {
    return this.#database<RawDbDashboardRow>('dashboards');
  }
}

function isName(idOrSlug: string): boolean {
  return dashboardSlugSchema.safeParse(idOrSlug).success;
}

function taken(slug: string): ConflictError {
  return new ConflictError(`The address '${slug}' is taken`);
}

function toWithContent(row: RawDbDashboardRow): StoredDashboardWithContent {
  return { ...toStoredDashboard(row), content: JSON.parse(row.content) };
}
