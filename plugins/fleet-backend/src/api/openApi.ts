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
  actionDescriptionSchema,
  actionOutcomeSchema,
  actionPreviewRequestSchema,
  actionPreviewSchema,
  ActionRef,
  actionRunRequestSchema,
  auditRecordSchema,
  clusterRowSchema,
  coverageSchema,
  streamRequestSchema,
  whoamiSchema,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { ViewImplementation } from '@quarterdeck/backstage-plugin-fleet-node';
import { auditQuerySchema } from './actionRoutes';
import { clusterAccessPaths } from './clusterAccessOpenApi';
import { dashboardPaths } from './dashboardOpenApi';
import {
  items,
  jsonSchema,
  OpenApiJson,
  operation,
  pathParameter,
  queryParameters,
} from './openApiParts';
import { objectPaths } from './objectOpenApi';
import { samplePaths } from './sampleOpenApi';
import { storedClusterPaths } from './storedClusterOpenApi';
import { viewQueryParametersSchema } from './viewQueryParameters';

/**
 * Describes the API, with the views and actions of all installed packs, in OpenAPI 3.1: made from the schemas that the API itself checks with.
 */
export function createOpenApi(options: {
  views: readonly ViewImplementation[];
  actions: readonly ActionRef[];
  version: string;
}): OpenApiJson {
  const paths: Record<string, OpenApiJson> = {
    '/whoami': {
      get: operation('getWhoami', 'What the caller may see and do', {
        answer: jsonSchema(whoamiSchema),
      }),
    },
    '/clusters': {
      get: operation('listClusters', 'The clusters that the caller may read', {
        answer: items(jsonSchema(clusterRowSchema)),
      }),
    },
    ...clusterAccessPaths(),
    ...storedClusterPaths(),
    ...samplePaths(),
    ...objectPaths(),
    ...dashboardPaths(),
    '/views': {
      get: operation('listViews', 'The views and their parameters', {
        answer: items({ type: 'object' }),
      }),
    },
    '/stream': {
      post: operation('openStream', 'Opens a stream of views', {
        body: jsonSchema(streamRequestSchema, 'input'),
        answerType: 'text/event-stream',
        answer: { type: 'string' },
        errors: ['503'],
      }),
    },
    '/stream/{streamId}/subscriptions': {
      put: operation('changeStream', 'Changes what a stream carries', {
        parameters: [pathParameter('streamId')],
        body: jsonSchema(streamRequestSchema, 'input'),
        errors: ['404'],
      }),
    },
    '/actions': {
      get: operation('listActions', 'The actions and their input', {
        answer: items(jsonSchema(actionDescriptionSchema)),
      }),
    },
    '/audit': {
      get: operation('listAudit', 'Attempts at actions, newest first', {
        parameters: queryParameters(auditQuerySchema),
        answer: {
          ...items(jsonSchema(auditRecordSchema)),
        },
      }),
    },
  };
  for (const { ref } of options.views) {
    paths[`/views/${ref.id}`] = {
      get: operation(`readView_${ref.id.replaceAll('.', '_')}`, ref.title, {
        parameters: queryParameters(viewQueryParametersSchema).map(parameter =>
          parameter.name === 'params'
            ? {
                ...parameter,
                schema: undefined,
                content: {
                  'application/json': {
                    schema: jsonSchema(ref.params, 'input'),
                  },
                },
              }
            : parameter,
        ),
        answer: {
          type: 'object',
          required: ['rows', 'total', 'summary', 'coverage'],
          additionalProperties: false,
          properties: {
            rows: { type: 'array', items: jsonSchema(ref.row) },
            total: { type: 'integer' },
            summary: jsonSchema(ref.summary),
            coverage: jsonSchema(coverageSchema),
          },
        },
      }),
    };
  }
  for (const action of options.actions) {
    const name = action.id.replaceAll('.', '_');
    const withInput = (body: OpenApiJson) => ({
      ...body,
      properties: {
        ...(body.properties as OpenApiJson),
        input: jsonSchema(action.input, 'input'),
      },
    });
    paths[`/actions/${action.id}/preview`] = {
      post: operation(`preview_${name}`, `Preview: ${action.title}`, {
        body: withInput(jsonSchema(actionPreviewRequestSchema, 'input')),
        answer: jsonSchema(actionPreviewSchema),
        errors: ['404', '409'],
      }),
    };
    paths[`/actions/${action.id}`] = {
      post: operation(`run_${name}`, action.title, {
        parameters: [
          {
            name: 'Idempotency-Key',
            in: 'header',
            required: true,
            schema: { type: 'string', minLength: 8, maxLength: 128 },
          },
        ],
        body: withInput(jsonSchema(actionRunRequestSchema, 'input')),
        answer: jsonSchema(actionOutcomeSchema),
        errors: ['404', '409', '503'],
      }),
    };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Quarterdeck fleet API',
      version: options.version,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/api/fleet/v1' }],
    security: [{ backstageToken: [] }],
    paths,
    components: {
      securitySchemes: {
        backstageToken: { type: 'http', scheme: 'bearer' },
      },
      schemas: {
        Error: {
          type: 'object',
          required: ['error'],
          properties: {
            error: {
              type: 'object',
              required: ['name', 'message'],
              properties: {
                name: { type: 'string' },
                message: { type: 'string' },
              },
            },
          },
        },
      },
    },
  };
}
