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

import { FetchApi } from '@backstage/core-plugin-api';
import { ResponseError } from '@backstage/errors';
import {
  CardHistoryEntry,
  cardHistoryEntrySchema,
  CardHistoryInput,
  Dashboard,
  DashboardChange,
  DashboardInput,
  DashboardPreferences,
  dashboardPreferencesSchema,
  dashboardSchema,
  DashboardSummary,
  dashboardSummarySchema,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  FleetRequestOptions,
  withDeadline,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { z } from 'zod';
import { DashboardsApi } from './DashboardsApi';

const BASE = 'plugin://fleet/v1';
const TIMEOUT_MS = 15_000;

const summariesSchema = z.object({ items: z.array(dashboardSummarySchema) });
const entriesSchema = z.object({ items: z.array(cardHistoryEntrySchema) });

interface Request<TSchema extends z.ZodType> {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path: string;
  body?: unknown;
  answer: TSchema;
}

const pathOf = (idOrSlug: string) =>
  `dashboards/${encodeURIComponent(idOrSlug)}`;

/** The {@link DashboardsApi} over the fleet's backend. */
export class DefaultDashboardsApi implements DashboardsApi {
  readonly #fetchApi: FetchApi;

  constructor(options: { fetchApi: FetchApi }) {
    this.#fetchApi = options.fetchApi;
  }

  async list(options?: FleetRequestOptions): Promise<DashboardSummary[]> {
    const { items } = await this.#ask(
      { path: 'dashboards', answer: summariesSchema },
      options,
    );
    return items;
  }

  get(idOrSlug: string, options?: FleetRequestOptions): Promise<Dashboard> {
    return this.#ask(
      { path: pathOf(idOrSlug), answer: dashboardSchema },
      options,
    );
  }

  create(
    input: DashboardInput,
    options?: FleetRequestOptions,
  ): Promise<Dashboard> {
    return this.#ask(
      {
        method: 'POST',
        path: 'dashboards',
        body: input,
        answer: dashboardSchema,
      },
      options,
    );
  }

  change(
    id: string,
    change: DashboardChange,
    options?: FleetRequestOptions,
  ): Promise<Dashboard> {
    return this.#ask(
      {
        method: 'PUT',
        path: pathOf(id),
        body: change,
        answer: dashboardSchema,
      },
      options,
    );
  }

  async remove(id: string, options?: FleetRequestOptions): Promise<void> {
    await this.#ask(
      { method: 'DELETE', path: pathOf(id), answer: z.undefined() },
      options,
    );
  }

  preferences(options?: FleetRequestOptions): Promise<DashboardPreferences> {
    return this.#ask(
      { path: 'dashboard-preferences', answer: dashboardPreferencesSchema },
      options,
    );
  }

  savePreferences(
    preferences: DashboardPreferences,
    options?: FleetRequestOptions,
  ): Promise<DashboardPreferences> {
    return this.#ask(
      {
        method: 'PUT',
        path: 'dashboard-preferences',
        body: preferences,
        answer: dashboardPreferencesSchema,
      },
      options,
    );
  }

  async history(
    query: { limit?: number } = {},
    options?: FleetRequestOptions,
  ): Promise<CardHistoryEntry[]> {
    const search = query.limit === undefined ? '' : `?limit=${query.limit}`;
    const { items } = await this.#ask(
      { path: `card-history${search}`, answer: entriesSchema },
      options,
    );
    return items;
  }

  remember(
    entry: CardHistoryInput,
    options?: FleetRequestOptions,
  ): Promise<CardHistoryEntry> {
    return this.#ask(
      {
        method: 'POST',
        path: 'card-history',
        body: entry,
        answer: cardHistoryEntrySchema,
      },
      options,
    );
  }

  async forget(id: string, options?: FleetRequestOptions): Promise<void> {
    await this.#ask(
      {
        method: 'DELETE',
        path: `card-history/${encodeURIComponent(id)}`,
        answer: z.undefined(),
      },
      options,
    );
  }

  #ask<TSchema extends z.ZodType>(
    { method = 'GET', path, body, answer }: Request<TSchema>,
    options: FleetRequestOptions | undefined,
  ): Promise<z.output<TSchema>> {
    return withDeadline(
      { milliseconds: TIMEOUT_MS, signal: options?.signal },
      async signal => {
        const response = await this.#fetchApi.fetch(`${BASE}/${path}`, {
          method,
          signal,
          ...(body !== undefined && {
            headers: { 'Content-Type': 'application/json' },
            body: JSON.stringify(body),
          }),
        });
        if (!response.ok) throw await ResponseError.fromResponse(response);
        return answer.parse(
          response.status === 204 ? undefined : await response.json(),
        );
      },
    );
  }
}
