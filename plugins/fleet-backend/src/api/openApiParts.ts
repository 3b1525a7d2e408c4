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

import { z } from 'zod';

export type OpenApiJson = Record<string, unknown>;

/** One method of a path. Without an answer it is a 204. */
export function operation(
  operationId: string,
  summary: string,
  options: {
    parameters?: OpenApiJson[];
    body?: OpenApiJson;
    answer?: OpenApiJson;
    answerType?: string;
    /** 200 when left out. */
    answerStatus?: 201;
    errors?: string[];
  },
): OpenApiJson {
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
            [options.answerStatus ?? 200]: {
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
              409: 'It has changed meanwhile, or the name or the key is taken',
              501: 'Not possible as the portal is configured',
              503: 'Not possible at present',
            }[status] ?? 'Failed',
          ),
        ]),
      ),
    },
  };
}

/** A list in its envelope. */
export function items(schema: OpenApiJson): OpenApiJson {
  return {
    type: 'object',
    required: ['items'],
    properties: { items: { type: 'array', items: schema } },
  };
}

export function pathParameter(name: string): OpenApiJson {
  return { name, in: 'path', required: true, schema: { type: 'string' } };
}

export function queryParameters(schema: z.ZodObject): OpenApiJson[] {
  const { properties = {}, required = [] } = jsonSchema(schema, 'input') as {
    properties?: Record<string, OpenApiJson>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema: Object.keys(property).length > 0 ? property : { type: 'string' },
  }));
}

/** The schema of a body or an answer. */
export function jsonSchema(
  schema: z.ZodType,
  io: 'input' | 'output' = 'output',
): OpenApiJson {
  const { $schema: _, ...json } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    reused: 'inline',
    override: ({ jsonSchema: node }) => {
      // Bounds of safe integers say nothing to a reader.
      if (node.maximum === Number.MAX_SAFE_INTEGER) delete node.maximum;
      if (node.minimum === Number.MIN_SAFE_INTEGER) delete node.minimum;
    },
  }) as OpenApiJson;
  return json;
}
