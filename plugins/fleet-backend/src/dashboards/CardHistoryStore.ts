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

import {
  CardHistoryEntry,
  cardHistoryInputSchema,
  MOST_CARD_HISTORY,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';

interface RawDbCardHistoryRow {
  sequence: number | string;
  id: string;
  person: string;
  entry: string;
  at: number | string;
}

/** What became of people's cards, each person's for that person alone. */
export class CardHistoryStore {
  readonly #database: Knex;
  readonly #clock: () => number;

  /** The tables of the plugin must be there already. */
  constructor(options: { database: Knex; clock: () => number }) {
    this.#database = options.database;
    this.#clock = options.clock;
  }

  /** The latest first. */
  async list(person: string, limit: number): Promise<CardHistoryEntry[]> {
    const rows = await this.#rows()
      .where({ person })
      .orderBy('sequence', 'desc')
      .limit(limit);
    return rows.map(({ id, entry, at }) => ({
      ...JSON.parse(entry),
      id,
      at: Number(at),
    }));
  }

  /** Adds an entry, in place of the oldest when the person has as many as are kept. */
  async add(
    person: string,
    entry: z.output<typeof cardHistoryInputSchema>,
  ): Promise<CardHistoryEntry> {
    const id = randomUUID();
    const at = this.#clock();
    await this.#rows().insert({ id, person, entry: JSON.stringify(entry), at });
    const tooMany = await this.#rows()
      .where({ person })
      .orderBy('sequence', 'desc')
      .offset(MOST_CARD_HISTORY)
      .first('sequence');
    if (tooMany) {
      await this.#rows()
        .where({ person })
        .where('sequence', '<=', tooMany.sequence)
        .delete();
    }
    return { ...entry, id, at };
  }

  async remove(person: string, id: string): Promise<void> {
    await this.#rows().where({ person, id }).delete();
  }

  #rows() {
    return this.#database<RawDbCardHistoryRow>('card_history');
  }
}
