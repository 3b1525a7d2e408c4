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

import { InputError } from '@backstage/errors';
import {
  ViewQuery,
  viewQuerySchema,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { z } from 'zod';
import { parseInput } from './parseInput';

const listParameter = z
  .string()
  .transform(text => text.split(',').filter(Boolean));

/** Query parameters of `GET /views/{id}`. Lists are joined by commas. */
export const viewQueryParametersSchema = z.object({
  params: z
    .string()
    .optional()
    .describe('Parameters of the view as a JSON object'),
  clusters: listParameter
    .optional()
    .describe('Names of clusters, joined by commas; all when left out'),
  namespaces: listParameter
    .optional()
    .describe('Names of namespaces, joined by commas; all when left out'),
  offset: z.coerce.number().optional(),
  limit: z.coerce.number().optional(),
  sort: z.string().optional(),
  descending: z.enum(['true', 'false']).optional(),
  search: z.string().optional(),
  statuses: listParameter
    .optional()
    .describe('Of error, warning, progress and healthy, joined by commas'),
});

/**
 * Reads a question to a view from the query of a URL.
 *
 * @throws InputError when something in it is wrong.
 */
export function viewQueryFromUrl(view: string, query: unknown): ViewQuery {
  const url = parseInput(viewQueryParametersSchema, query, 'query');
  return parseInput(
    viewQuerySchema,
    {
      view,
      params: url.params === undefined ? {} : jsonObject(url.params),
      scope: { clusters: url.clusters, namespaces: url.namespaces },
      window: {
        offset: url.offset,
        limit: url.limit,
        sort: url.sort,
        descending: url.descending && url.descending === 'true',
        search: url.search,
        statuses: url.statuses,
      },
    },
    'query',
  );
}

function jsonObject(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new InputError('Wrong query: params is not JSON');
  }
}
