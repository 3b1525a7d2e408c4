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

import { mockCredentials } from '@backstage/backend-test-utils';
import { SubscriptionInput } from '@quarterdeck/backstage-plugin-fleet-common';
import { ClientRequest, IncomingMessage, request } from 'node:http';

export interface StreamedEvent {
  readonly event: string;
  readonly data: any;
}

export interface FleetStreamOptions {
  readonly port: number;
  /** Each viewer is another person. */
  readonly viewer: string;
  readonly subscriptions: readonly SubscriptionInput[];
  /** Without it, bytes are only counted. */
  readonly onEvent?: (event: StreamedEvent) => void;
}

/** A client of the stream of views, as a browser's tab is one. */
export class FleetStream {
  #bytes = 0;
  #text = '';
  #ended: string | undefined;

  private constructor(
    private readonly call: ClientRequest,
    response: IncomingMessage,
    private readonly onEvent: FleetStreamOptions['onEvent'],
  ) {
    response.setEncoding('utf8');
    response.on('data', (chunk: string) => this.#onText(chunk));
    response.on('close', () => {
      this.#ended ??= 'the connection was closed';
    });
    response.on('error', error => {
      this.#ended ??= `${error}`;
    });
  }

  static open(options: FleetStreamOptions): Promise<FleetStream> {
    const { port, viewer, subscriptions } = options;
    return new Promise((resolve, reject) => {
      const call = request(
        {
          host: '127.0.0.1',
          port,
          path: '/api/fleet/v1/stream',
          method: 'POST',
          agent: false,
          headers: {
            'content-type': 'application/json',
            authorization: mockCredentials.user.header(
              `user:default/${viewer}`,
            ),
          },
        },
        response => {
          if (response.statusCode === 200) {
            resolve(new FleetStream(call, response, options.onEvent));
          } else {
            reject(new Error(`The stream answered ${response.statusCode}`));
            response.destroy();
          }
        },
      );
      call.on('error', reject);
      call.end(JSON.stringify({ subscriptions }));
    });
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** Why it ended; undefined while it goes on. */
  get ended(): string | undefined {
    return this.#ended;
  }

  close(): void {
    this.#ended = 'closed here';
    this.call.destroy();
  }

  #onText(chunk: string): void {
    this.#bytes += chunk.length;
    if (!this.onEvent) return;
    this.#text += chunk;
    let start = 0;
    for (;;) {
      const end = this.#text.indexOf('\n\n', start);
      if (end < 0) break;
      this.#onBlock(this.#text.slice(start, end));
      start = end + 2;
    }
    this.#text = this.#text.slice(start);
  }

  #onBlock(block: string): void {
    let event = '';
    let data = '';
    for (const line of block.split('\n')) {
      if (line.startsWith('event: ')) event = line.slice(7);
      else if (line.startsWith('data: ')) data += line.slice(6);
    }
    if (event) this.onEvent!({ event, data: JSON.parse(data) });
  }
}
