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
import { Query, QueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { WarmAnswers } from './WarmAnswers';

const nameOf = (query: Query) => `query ${query.queryHash}`;

const schemaOf = (query: Query) => query.meta?.warm as z.ZodType | undefined;

/** The backend will go on saying so: not signed in, not allowed, not there. */
function isFinal(error: unknown): boolean {
  const { statusCode } = error as { statusCode?: number };
  return [401, 403, 404, 410].includes(statusCode ?? 0);
}

/** Shows the kept answers of queries that say so in their `meta`, until the backend has answered, and keeps the new ones. */
export function keepQueriesWarm(client: QueryClient, warm: WarmAnswers): void {
  const cache = client.getQueryCache();
  const warmed = new WeakSet<Query>();

  const fill = (query: Query) => {
    const schema = schemaOf(query);
    const { data, error } = query.state;
    if (!schema || data !== undefined || (error && isFinal(error))) return;
    const kept = warm.take(nameOf(query));
    if (!kept || !schema.safeParse(kept.value).success) return;
    warmed.add(query);
    query.setState({
      data: kept.value,
      dataUpdatedAt: kept.at,
      status: error ? 'error' : 'success',
      // However new it is, it is asked for again.
      isInvalidated: true,
    });
  };

  const empty = (query: Query) => {
    if (!warmed.delete(query)) return;
    const { error } = query.state;
    query.setState({
      data: undefined,
      dataUpdatedAt: 0,
      status: error ? 'error' : 'pending',
    });
  };

  cache.subscribe(event => {
    const { type, query } = event;
    if (type === 'added') fill(query);
    if (type !== 'updated' || !schemaOf(query)) return;
    const { data, dataUpdatedAt, error } = query.state;
    if (event.action.type === 'success' && data) {
      warmed.delete(query);
      warm.keep(nameOf(query), data, dataUpdatedAt);
    } else if (event.action.type === 'error' && isFinal(error)) {
      empty(query);
      const { statusCode } = error as { statusCode?: number };
      if (statusCode === 403) warm.refuse(nameOf(query));
    }
  });
  warm.onChange(change =>
    cache.getAll().forEach(change === 'loaded' ? fill : empty),
  );
}
