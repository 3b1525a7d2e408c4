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
  cardHistoryEntrySchema,
  cardHistoryInputSchema,
  dashboardChangeSchema,
  dashboardInputSchema,
  dashboardPreferencesSchema,
  dashboardSchema,
  dashboardSummarySchema,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { cardHistoryQuerySchema } from './dashboardRoutes';
import {
  items,
  jsonSchema,
  OpenApiJson,
  operation,
  pathParameter,
  queryParameters,
} from './openApiParts';

/** The paths about dashboards that people own. */
export function dashboardPaths(): Record<string, OpenApiJson> {
  const parameters = [pathParameter('idOrSlug')];
  const dashboard = jsonSchema(dashboardSchema);
  const preferences = jsonSchema(dashboardPreferencesSchema);
  return {
    '/dashboards': {
      get: operation('listDashboards', 'The dashboards that the caller sees', {
        answer: items(jsonSchema(dashboardSummarySchema)),
      }),
      post: operation('addDashboard', 'Makes a dashboard', {
        body: jsonSchema(dashboardInputSchema, 'input'),
        answer: dashboard,
        answerStatus: 201,
        errors: ['409'],
      }),
    },
    '/dashboards/{idOrSlug}': {
      get: operation('getDashboard', 'A dashboard with its cards', {
        parameters,
        answer: dashboard,
        errors: ['404'],
      }),
      put: operation(
        'changeDashboard',
        'Changes a dashboard that is still at the revision that the change was made from',
        {
          parameters,
          body: jsonSchema(dashboardChangeSchema, 'input'),
          answer: dashboard,
          errors: ['404', '409'],
        },
      ),
      delete: operation('removeDashboard', 'Deletes a dashboard', {
        parameters,
        errors: ['404'],
      }),
    },
    '/dashboard-preferences': {
      get: operation(
        'getDashboardPreferences',
        'What the person has pinned and sees first',
        { answer: preferences },
      ),
      put: operation('saveDashboardPreferences', 'Replaces all of it', {
        body: jsonSchema(dashboardPreferencesSchema, 'input'),
        answer: preferences,
      }),
    },
    '/card-history': {
      get: operation(
        'listCardHistory',
        "What became of the person's cards, the latest first",
        {
          parameters: queryParameters(cardHistoryQuerySchema),
          answer: items(jsonSchema(cardHistoryEntrySchema)),
        },
      ),
      post: operation('rememberCard', 'Remembers a card', {
        body: jsonSchema(cardHistoryInputSchema, 'input'),
        answer: jsonSchema(cardHistoryEntrySchema),
        answerStatus: 201,
      }),
    },
    '/card-history/{id}': {
      delete: operation('forgetCard', 'Forgets an entry', {
        parameters: [pathParameter('id')],
      }),
    },
  };
}
