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
  ActionPreview,
  LiveObject,
  objectPath,
  Subscription,
  streamRequestSchema,
  ViewAnswer,
  Whoami,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { http, HttpResponse, HttpResponseResolver } from 'msw';
import { setupServer } from 'msw/node';
import { dashboardHandlers } from './dashboardHandlers';
import { errorResponse } from './errorResponse';
import { whoami } from './fleetFixture';
import { TestDashboards } from './TestDashboards';

export { errorResponse } from './errorResponse';

let servers = 0;

/** A request to run an action, as it came. */
export interface ReceivedRun {
  body: unknown;
  idempotencyKey: string | undefined;
}

type Answer = () => Response | Promise<Response>;

/** The fleet's backend on a real network stack: views by stream, the rest by REST. */
export class FleetTestServer {
  /** Its own, so that a client left over from another test, which still reconnects, does not answer for this one's. */
  readonly #base = `http://backend-${++servers}.test/api/fleet/v1`;
  views: Record<string, ViewAnswer | undefined> = {};
  whoami: Whoami = whoami;
  /** Views that are refused, by name of the error. */
  refused: Record<string, string> = {};
  /** Objects of the clusters, by `objectPath`. */
  objects: Record<string, LiveObject | undefined> = {};
  readonly dashboards = new TestDashboards();
  readonly previews: unknown[] = [];
  readonly runs: ReceivedRun[] = [];
  answerPreview: Answer = () => HttpResponse.error();
  answerRun: Answer = () => HttpResponse.error();

  #version = 0;
  #subscriptions: Subscription[] = [];
  #stream?: ReadableStreamDefaultController<Uint8Array>;

  readonly #server = setupServer(
    http.get(`${this.#base}/whoami`, () => HttpResponse.json(this.whoami)),
    http.get(
      `${this.#base}/clusters/:cluster/object`,
      ({ request, params }) => {
        const search = new URL(request.url).searchParams;
        const path = objectPath({
          cluster: String(params.cluster),
          resource: search.get('resource')!,
          namespace: search.get('namespace') ?? undefined,
          name: search.get('name')!,
        });
        const object = this.objects[path];
        return object
          ? HttpResponse.json(object)
          : errorResponse(404, 'NotFoundError', `There is no ${path}`);
      },
    ),
    http.post(`${this.#base}/stream`, async ({ request }) => {
      const body = streamRequestSchema.parse(await request.json());
      const stream = new ReadableStream<Uint8Array>({
        start: controller => {
          this.#stream = controller;
          this.#send('open', {
            streamId: 's1',
            epoch: 'e1',
            heartbeatSeconds: 10,
          });
          this.#serve(body.subscriptions);
        },
      });
      return new HttpResponse(stream, {
        headers: { 'content-type': 'text/event-stream' },
      });
    }),
    http.put(`${this.#base}/stream/s1/subscriptions`, async ({ request }) => {
      const body = streamRequestSchema.parse(await request.json());
      this.#serve(body.subscriptions);
      return new HttpResponse(null, { status: 204 });
    }),
    http.post(`${this.#base}/actions/:id/preview`, async ({ request }) => {
      this.previews.push(await request.json());
      return this.answerPreview();
    }),
    http.post(`${this.#base}/actions/:id`, async ({ request }) => {
      this.runs.push({
        body: await request.json(),
        idempotencyKey: request.headers.get('idempotency-key') ?? undefined,
      });
      return this.answerRun();
    }),
    ...dashboardHandlers(this.#base, this.dashboards),
  );

  readonly fetchApi = {
    fetch: (input: RequestInfo | URL, init?: RequestInit) =>
      fetch(String(input).replace('plugin://fleet/v1', this.#base), init),
  };

  /** What the browser has asked of a view last. */
  asked(view: string): Subscription | undefined {
    return this.#subscriptions.filter(it => it.view === view).pop();
  }

  /** The cluster has changed: everybody who watches the view is told. */
  change(view: string, answer: ViewAnswer): void {
    this.views[view] = answer;
    this.#subscriptions
      .filter(it => it.view === view)
      .forEach(it => this.#snapshot(it));
  }

  /** Answers requests that are not about views or actions; paths start below the API's version. */
  answer(
    method: 'get' | 'post' | 'put' | 'delete',
    path: string,
    resolver: HttpResponseResolver,
  ): void {
    this.#server.use(http[method](`${this.#base}${path}`, resolver));
  }

  previewAnswers(preview: ActionPreview): void {
    this.answerPreview = () => HttpResponse.json(preview);
  }

  start(): void {
    this.#server.listen({ onUnhandledRequest: 'error' });
  }

  stop(): void {
    this.#server.close();
  }

  #serve(subscriptions: Subscription[]): void {
    const known = new Set(this.#subscriptions.map(it => it.id));
    this.#subscriptions = subscriptions;
    subscriptions
      .filter(it => !known.has(it.id))
      .forEach(it => {
        const error = this.refused[it.view];
        if (error) {
          this.#send('subscription-error', {
            id: it.id,
            error: { name: error, message: `Refused by the test: ${it.view}` },
          });
          return;
        }
        this.#send('subscribed', { id: it.id, channel: it.id, resumed: false });
        this.#snapshot(it);
      });
  }

  #snapshot({ id, view }: Subscription): void {
    const answer = this.views[view];
    if (!answer) return;
    this.#version += 1;
    this.#send('snapshot', { channel: id, version: this.#version, ...answer });
  }

  #send(event: string, data: object): void {
    this.#stream?.enqueue(
      new TextEncoder().encode(
        `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`,
      ),
    );
  }
}
