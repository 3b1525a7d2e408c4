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
  ActionDescription,
  ActionOutcome,
  ActionPreview,
  ActionRunRequest,
  AuditRecord,
  ClusterRow,
  LiveObject,
  ObjectAddress,
  StreamRequest,
  ViewAnswer,
  ViewQuery,
  Whoami,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { FleetRequestOptions } from './FleetApi';
import { TimeSource } from './TimeSource';
import { withDeadline } from './withDeadline';

const BASE = 'plugin://fleet/v1';
const READ_TIMEOUT_MS = 15_000;
// The backend itself waits for a cluster that long.
const ACTION_TIMEOUT_MS = 60_000;

interface Request {
  method?: 'GET' | 'POST' | 'PUT';
  path: string;
  search?: Record<string, string | undefined>;
  body?: unknown;
  headers?: Record<string, string>;
  timeout?: number;
}

function viewSearch({ params, scope, window }: ViewQuery) {
  return {
    params: Object.keys(params).length ? JSON.stringify(params) : undefined,
    clusters: scope.clusters?.join(','),
    namespaces: scope.namespaces?.join(','),
    offset: String(window.offset),
    limit: String(window.limit),
    sort: window.sort,
    descending: window.descending ? 'true' : undefined,
    search: window.search,
    statuses: window.statuses?.join(','),
  };
}

/** The backend's requests that are answered once, each with a deadline. */
export class FleetRest {
  readonly #fetchApi: FetchApi;
  readonly #time: TimeSource;
  readonly #onResponse: (response: globalThis.Response) => void;

  constructor(options: {
    fetchApi: FetchApi;
    time: TimeSource;
    onResponse(response: globalThis.Response): void;
  }) {
    this.#fetchApi = options.fetchApi;
    this.#time = options.time;
    this.#onResponse = options.onResponse;
  }

  readView(
    query: ViewQuery,
    options?: FleetRequestOptions,
  ): Promise<ViewAnswer> {
    return this.#json(
      {
        path: `views/${encodeURIComponent(query.view)}`,
        search: viewSearch(query),
      },
      options,
    );
  }

  whoami(options?: FleetRequestOptions): Promise<Whoami> {
    return this.#json({ path: 'whoami' }, options);
  }

  clusters(options?: FleetRequestOptions): Promise<ClusterRow[]> {
    return this.#items({ path: 'clusters' }, options);
  }

  object(
    { cluster, resource, namespace, name }: ObjectAddress,
    options?: FleetRequestOptions,
  ): Promise<LiveObject> {
    return this.#json(
      {
        path: `clusters/${encodeURIComponent(cluster)}/object`,
        search: { resource, namespace, name },
      },
      options,
    );
  }

  actions(options?: FleetRequestOptions): Promise<ActionDescription[]> {
    return this.#items({ path: 'actions' }, options);
  }

  audit(
    query: { limit?: number; cluster?: string },
    options?: FleetRequestOptions,
  ): Promise<AuditRecord[]> {
    const { limit, cluster } = query;
    return this.#items(
      { path: 'audit', search: { limit: limit?.toString(), cluster } },
      options,
    );
  }

  previewAction(
    action: string,
    input: unknown,
    options?: FleetRequestOptions,
  ): Promise<ActionPreview> {
    return this.#json(
      {
        method: 'POST',
        path: `actions/${encodeURIComponent(action)}/preview`,
        body: { input },
        timeout: ACTION_TIMEOUT_MS,
      },
      options,
    );
  }

  runAction(
    action: string,
    request: ActionRunRequest,
    idempotencyKey: string,
    options?: FleetRequestOptions,
  ): Promise<ActionOutcome> {
    return this.#json(
      {
        method: 'POST',
        path: `actions/${encodeURIComponent(action)}`,
        body: request,
        headers: { 'Idempotency-Key': idempotencyKey },
        timeout: ACTION_TIMEOUT_MS,
      },
      options,
    );
  }

  /** Resolves to false when the backend no longer knows the stream. */
  async putSubscriptions(
    streamId: string,
    request: StreamRequest,
    options?: FleetRequestOptions,
  ): Promise<boolean> {
    return this.#withDeadline(
      READ_TIMEOUT_MS,
      options?.signal,
      async signal => {
        const response = await this.#send(
          {
            method: 'PUT',
            path: `stream/${encodeURIComponent(streamId)}/subscriptions`,
            body: request,
          },
          signal,
        );
        if (response.status === 404) {
          return false;
        }
        if (!response.ok) {
          throw await ResponseError.fromResponse(response);
        }
        return true;
      },
    );
  }

  /** Asks for a stream; the answer is read by the caller, who also watches over it. */
  openStream(
    request: StreamRequest,
    signal: AbortSignal,
  ): Promise<globalThis.Response> {
    return this.#send(
      {
        method: 'POST',
        path: 'stream',
        body: request,
        headers: {
          Accept: 'text/event-stream',
          ...(request.lastEventId && { 'Last-Event-ID': request.lastEventId }),
        },
      },
      signal,
    );
  }

  async #items<T>(
    request: Request,
    options?: FleetRequestOptions,
  ): Promise<T[]> {
    const { items } = await this.#json<{ items: T[] }>(request, options);
    return items;
  }

  #json<T>(request: Request, options?: FleetRequestOptions): Promise<T> {
    return this.#withDeadline(
      request.timeout ?? READ_TIMEOUT_MS,
      options?.signal,
      async signal => {
        const response = await this.#send(request, signal);
        if (!response.ok) {
          throw await ResponseError.fromResponse(response);
        }
        return response.json();
      },
    );
  }

  async #send(
    { method = 'GET', path, search, body, headers }: Request,
    signal: AbortSignal,
  ): Promise<globalThis.Response> {
    const parameters = Object.entries(search ?? {}).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    );
    const query = parameters.length
      ? `?${new URLSearchParams(parameters)}`
      : '';
    const response = await this.#fetchApi.fetch(`${BASE}/${path}${query}`, {
      method,
      signal,
      headers: {
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    this.#onResponse(response);
    return response;
  }

  #withDeadline<T>(
    milliseconds: number,
    signal: AbortSignal | undefined,
    work: (signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    return withDeadline({ milliseconds, signal, time: this.#time }, work);
  }
}
