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
  StreamRequest,
  streamRequestSchema,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';

const BASE = 'http://fleet.test';

/** One stream as the test plays the backend's side of it. */
export class ScriptedStream {
  readonly id: string;
  readonly request: StreamRequest;
  readonly headers: Headers;
  readonly body: ReadableStream<Uint8Array>;
  /** The client went away. */
  left = false;
  #controller!: ReadableStreamDefaultController<Uint8Array>;

  constructor(
    id: string,
    request: StreamRequest,
    { headers, signal }: { headers: Headers; signal: AbortSignal },
  ) {
    this.id = id;
    // The network mock reads a copy of the body, so that cancelling ours does not reach it.
    signal.addEventListener('abort', () => {
      this.left = true;
    });
    this.request = request;
    this.headers = headers;
    this.body = new ReadableStream({
      start: controller => {
        this.#controller = controller;
      },
    });
  }

  send(event: string, data: object, eventId?: string): void {
    const id = eventId ? `id: ${eventId}\n` : '';
    this.sendBytes(
      new TextEncoder().encode(
        `${id}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`,
      ),
    );
  }

  sendBytes(bytes: Uint8Array): void {
    this.#controller.enqueue(bytes);
  }

  open(epoch: string = 'e1'): void {
    this.send('open', { streamId: this.id, epoch, heartbeatSeconds: 10 });
  }

  /** The network breaks. */
  breakOff(): void {
    this.#controller.error(new TypeError('network error'));
  }

  end(reason: string): void {
    this.send('end', { reason });
    this.#controller.close();
  }
}

/** A backend whose every answer the test decides, on a real network stack down to the bytes. */
export class ScriptedFleetServer {
  readonly streams: ScriptedStream[] = [];
  readonly changes: { streamId: string; request: StreamRequest }[] = [];
  /** Requests by REST, as `METHOD /path?query`. */
  readonly requests: {
    line: string;
    headers: Headers;
    body: unknown;
    at: number;
  }[] = [];
  /** Called instead of opening a stream when set. */
  refuseStream?: () => Response | Promise<Response>;
  answerChange: () => Response = () => new HttpResponse(null, { status: 204 });
  /** Answers requests by REST. */
  answer: (line: string) => Response | Promise<Response> = () =>
    HttpResponse.error();

  readonly #server = setupServer(
    http.post(`${BASE}/v1/stream`, async ({ request }) => {
      const body = streamRequestSchema.parse(await request.json());
      if (this.refuseStream) {
        this.streamRefusals += 1;
        return this.refuseStream();
      }
      const stream = new ScriptedStream(
        `s${this.streams.length + 1}`,
        body,
        request,
      );
      this.streams.push(stream);
      return new HttpResponse(stream.body, {
        headers: { 'content-type': 'text/event-stream; charset=utf-8' },
      });
    }),
    http.put(
      `${BASE}/v1/stream/:streamId/subscriptions`,
      async ({ request, params }) => {
        this.changes.push({
          streamId: String(params.streamId),
          request: streamRequestSchema.parse(await request.json()),
        });
        return this.answerChange();
      },
    ),
    http.all(`${BASE}/v1/*`, async ({ request }) => {
      const { pathname, search } = new URL(request.url);
      const line = `${request.method} ${pathname.replace('/v1', '')}${decodeURIComponent(search)}`;
      const text = await request.text();
      this.requests.push({
        line,
        headers: request.headers,
        body: text ? JSON.parse(text) : undefined,
        at: Date.now(),
      });
      return this.answer(line);
    }),
  );
  streamRefusals = 0;

  get lastStream(): ScriptedStream {
    return this.streams[this.streams.length - 1];
  }

  readonly fetchApi = {
    fetch: (input: RequestInfo | URL, init?: RequestInit) =>
      fetch(String(input).replace('plugin://fleet', BASE), init),
  };

  start(): void {
    this.#server.listen({ onUnhandledRequest: 'error' });
  }

  stop(): void {
    this.#server.close();
  }
}
