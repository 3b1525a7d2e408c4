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
  ClientHttp2Session,
  connect,
  IncomingHttpHeaders,
  IncomingHttpStatusHeader,
} from 'node:http2';
import { until } from './until';

/** An answer as far as it has come. */
export interface OpenAnswer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  /** Whole lines so far; those of a watch. */
  readonly lines: readonly string[];
  /** `end`, or the code of the error that ended it. */
  readonly ended: string | undefined;
  close(): void;
}

/** One HTTP/2 connection, for tests that look at answers while they come. */
export class Http2TestClient {
  readonly #session: ClientHttp2Session;
  readonly #token: string;
  #closed = false;

  constructor(url: string, ca: string, token: string) {
    this.#token = token;
    this.#session = connect(url, { ca });
    this.#session.on('error', () => {});
    this.#session.on('close', () => {
      this.#closed = true;
    });
  }

  get closed(): boolean {
    return this.#closed;
  }

  open(path: string): OpenAnswer {
    const stream = this.#session.request({
      ':path': path,
      authorization: `Bearer ${this.#token}`,
    });
    let received: (IncomingHttpHeaders & IncomingHttpStatusHeader) | undefined;
    let ended: string | undefined;
    let text = '';
    stream.setEncoding('utf8');
    stream.on('response', headers => {
      received = headers;
    });
    stream.on('data', chunk => {
      text += chunk;
    });
    stream.on('end', () => {
      ended ??= 'end';
    });
    stream.on('error', error => {
      ended = (error as NodeJS.ErrnoException).code;
    });
    return {
      get status() {
        return received?.[':status'];
      },
      get headers() {
        return received ?? {};
      },
      get text() {
        return text;
      },
      get lines() {
        return text.split('\n').slice(0, -1);
      },
      get ended() {
        return ended;
      },
      close: () => stream.close(),
    };
  }

  /** The whole answer. */
  async get(path: string): Promise<OpenAnswer> {
    const answer = this.open(path);
    await until(() => answer.ended !== undefined);
    return answer;
  }

  /** Whether the other side answers a ping before it has been asked often. */
  ping(): Promise<boolean> {
    return new Promise(resolve => {
      this.#session.ping(error => resolve(!error));
    });
  }

  close(): void {
    this.#session.destroy();
  }
}
