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
import { z } from 'zod';
import { auditQuerySchema } from './actionRoutes';
import { viewQueryParametersSchema } from './viewQueryParameters';

type Json = Record<string, unknown>;

/**
 * Describes the API, with the views and actions of all installed packs, in OpenAPI 3.1: made from the schemas that the API itself checks with.
 */
export function createOpenApi(options: {
  views: readonly ViewImplementation[];
  actions: readonly ActionRef[];
  version: string;
}): Json {
  const paths: Record<string, Json> = {
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
    const withInput = (body: Json) => ({
      ...body,
      properties: {
        ...(body.properties as Json),
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

function operation(
  operationId: string,
  summary: string,
  options: {
    parameters?: Json[];
    body?: Json;
    answer?: Json;
    answerType?: string;
    errors?: string[];
  },
): Json {
  const error = (description: string) => ({
    description,
    content: {
      'application/json': { schema: { $ref: '#/components/schemas/Error' } },
    },
  });
  return {
    operationId,
    summary,
    ...(options.parameters && { parameters: options.parameters }),
    ...(options.body && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: options.body } },
      },
    }),
    responses: {
      ...(options.answer
        ? {
            200: {
              description: 'OK',
              content: {
                [options.answerType ?? 'application/json']: {
                  schema: options.answer,
                },
              },
            },
          }
        : { 204: { description: 'Done' } }),
      400: error('The input is wrong'),
      401: error('The caller is not known'),
      403: error('The caller may not do this'),
      ...Object.fromEntries(
        (options.errors ?? []).map(status => [
          status,
          error(
            {
              404: 'There is no such thing',
              409: 'The object has changed, or the key was used for another request',
              503: 'Not possible at present',
            }[status] ?? 'Failed',
          ),
        ]),
      ),
    },
  };
}

function items(schema: Json): Json {
  return {
    type: 'object',
    required: ['items'],
    properties: { items: { type: 'array', items: schema } },
  };
}

function pathParameter(name: string): Json {
  return { name, in: 'path', required: true, schema: { type: 'string' } };
}

function queryParameters(schema: z.ZodObject): Json[] {
  const { properties = {} } = jsonSchema(schema, 'input') as {
    properties?: Record<string, Json>;
  };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: 'query',
    required: false,
    schema: Object.keys(property).length > 0 ? property : { type: 'string' },
  }));
}

function jsonSchema(
  schema: z.ZodType,
  io: 'input' | 'output' = 'output',
): Json {
  const { $schema: _, ...json } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    reused: 'inline',
    override: ({ jsonSchema: node }) => {
      // Bounds of safe integers say nothing to a reader.
      if (node.maximum === Number.MAX_SAFE_INTEGER) delete node.maximum;
      if (node.minimum === Number.MIN_SAFE_INTEGER) delete node.minimum;
    },
  }) as Json;
  return json;
}
