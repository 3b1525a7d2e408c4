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

import { DashboardPreferences } from '@quarterdeck/backstage-plugin-fleet-common';
import { Knex } from 'knex';

interface RawDbPreferencesRow {
  person: string;
  default_dashboard: string | null;
}

interface RawDbPinRow {
  person: string;
  dashboard: string;
  position: number;
}

/** What people have chosen of all dashboards. */
export class DashboardPreferenceStore {
  readonly #database: Knex;

  /** The tables of the plugin must be there already. */
  constructor(options: { database: Knex }) {
    this.#database = options.database;
  }

  async get(person: string): Promise<DashboardPreferences> {
    const [pinned, row] = await Promise.all([
      this.#database<RawDbPinRow>('dashboard_pins')
        .where({ person })
        .orderBy('position')
        .pluck('dashboard'),
      this.#database<RawDbPreferencesRow>('dashboard_preferences')
        .where({ person })
        .first(),
    ]);
    const defaultDashboard = row?.default_dashboard ?? undefined;
    return {
      pinned,
      ...(defaultDashboard !== undefined && { defaultDashboard }),
    };
  }

  /** Replaces all that the person has chosen. */
  async save(
    person: string,
    { pinned, defaultDashboard }: DashboardPreferences,
  ): Promise<void> {
    await this.#database.transaction(async transaction => {
      // First, so that two of the same person come one after the other.
      await transaction<RawDbPreferencesRow>('dashboard_preferences')
        .insert({ person, default_dashboard: defaultDashboard ?? null })
        .onConflict('person')
        .merge();
      await transaction<RawDbPinRow>('dashboard_pins')
        .where({ person })
        .delete();
      if (pinned.length > 0) {
        await transaction<RawDbPinRow>('dashboard_pins').insert(
          pinned.map((dashboard, position) => ({
            person,
            dashboard,
            position,
          })),
        );
      }
    });
  }
}
