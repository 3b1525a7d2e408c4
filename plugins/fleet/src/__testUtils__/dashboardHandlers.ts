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
  cardHistoryInputSchema,
  dashboardChangeSchema,
  dashboardInputSchema,
  dashboardPreferencesSchema,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { http, HttpHandler, HttpResponse } from 'msw';
import { z } from 'zod';
import { Refusal } from './Refusal';
import { TestDashboards } from './TestDashboards';

type Answer = (
  request: Request,
  id: string,
) => object | undefined | Promise<object | undefined>;

/** The backend's endpoints about dashboards below a base address. */
export function dashboardHandlers(
  base: string,
  dashboards: TestDashboards,
): HttpHandler[] {
  const on = (
    method: 'get' | 'post' | 'put' | 'delete',
    path: string,
    answer: Answer,
  ) =>
    http[method](`${base}${path}`, async ({ request, params }) => {
      const called = new URL(request.url).pathname.split('/v1').pop();
      dashboards.requests.push(`${request.method} ${called}`);
      if (dashboards.refuseWith) return dashboards.refuseWith();
      try {
        const body = await answer(request, String(params.id));
        return body
          ? HttpResponse.json(body, { status: method === 'post' ? 201 : 200 })
          : new HttpResponse(null, { status: 204 });
      } catch (error) {
        if (error instanceof Refusal) return error.response;
        throw error;
      }
    });
  return [
    on('get', '/dashboards', () => ({
      items: dashboards.all.map(({ content: _, ...summary }) => summary),
    })),
    on('post', '/dashboards', async request =>
      dashboards.create(await parse(dashboardInputSchema, request)),
    ),
    on('get', '/dashboards/:id', (_, id) => dashboards.get(id)),
    on('put', '/dashboards/:id', async (request, id) =>
      dashboards.change(id, await parse(dashboardChangeSchema, request)),
    ),
    on('delete', '/dashboards/:id', (_, id) => {
      dashboards.remove(id);
      return undefined;
    }),
    on('get', '/dashboard-preferences', () => dashboards.seenPreferences()),
    on('put', '/dashboard-preferences', async request =>
      dashboards.savePreferences(
        await parse(dashboardPreferencesSchema, request),
      ),
    ),
    on('get', '/card-history', request => {
      const limit = new URL(request.url).searchParams.get('limit') ?? 50;
      return { items: dashboards.history.slice(0, Number(limit)) };
    }),
    on('post', '/card-history', async request =>
      dashboards.remember(await parse(cardHistoryInputSchema, request)),
    ),
    on('delete', '/card-history/:id', (_, id) => {
      dashboards.history = dashboards.history.filter(it => it.id !== id);
      return undefined;
    }),
  ];
}

async function parse<TSchema extends z.ZodType>(
  schema: TSchema,
  request: Request,
): Promise<z.output<TSchema>> {
  const parsed = schema.safeParse(await request.json());
  if (!parsed.success) {
    throw new Refusal(400, 'InputError', `Wrong body: ${parsed.error.message}`);
  }
  return parsed.data;
}
