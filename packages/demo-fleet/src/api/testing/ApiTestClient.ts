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

import type { IncomingMessage } from 'node:http';
import { Agent, request } from 'node:https';
import { createInterface } from 'node:readline';

export interface TestRequest {
  method?: string;
  path: string;
  headers?: Record<string, string | null>;
  body?: unknown;
}

export interface TestAnswer {
  status: number;
  headers: IncomingMessage['headers'];
  body: any;
}

/** A client for tests that trusts one authority and sends what it is told. */
export class ApiTestClient {
  readonly #agent: Agent;

  constructor(
    private readonly url: string,
    ca: string,
    private readonly token?: string,
  ) {
    this.#agent = new Agent({ ca, keepAlive: true });
  }

  close(): void {
    this.#agent.destroy();
  }

  async send(wanted: TestRequest): Promise<TestAnswer> {
    const message = await this.#open(wanted);
    const chunks: Buffer[] = [];
    for await (const chunk of message) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString();
    const isJson = message.headers['content-type']?.includes('json');
    return {
      status: message.statusCode ?? 0,
      headers: message.headers,
      body: isJson ? JSON.parse(text) : text,
    };
  }

  get(path: string): Promise<TestAnswer> {
    return this.send({ path });
  }

  /** The lines of a watch, until `until` is met or the server ends it. */
  async watch(
    wanted: TestRequest,
    until: (lines: string[]) => boolean = () => false,
    onOpen?: () => void,
  ): Promise<TestAnswer & { lines: string[] }> {
    const message = await this.#open(wanted);
    const lines: string[] = [];
    onOpen?.();
    for await (const line of createInterface({ input: message })) {
      lines.push(line);
      if (until(lines)) break;
    }
    message.destroy();
    return {
      status: message.statusCode ?? 0,
      headers: message.headers,
      body: undefined,
      lines,
    };
  }

  #open(wanted: TestRequest): Promise<IncomingMessage> {
    const headers = Object.fromEntries(
      Object.entries({
        ...(this.token && { Authorization: `Bearer ${this.token}` }),
        ...wanted.headers,
      }).filter((entry): entry is [string, string] => entry[1] !== null),
    );
    const text = textOf(wanted.body);
    if (text !== undefined) {
      headers['Content-Length'] = String(Buffer.byteLength(text));
    }
    return new Promise((resolve, reject) => {
      const sent = request(
        new URL(wanted.path, this.url),
        { method: wanted.method ?? 'GET', headers, agent: this.#agent },
        resolve,
      );
      sent.on('error', reject);
      sent.end(text);
    });
  }
}

function textOf(body: unknown): string | undefined {
  if (body === undefined || body === null) return undefined;
  return typeof body === 'string' ? body : JSON.stringify(body);
}
