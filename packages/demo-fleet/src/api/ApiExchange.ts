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
import { ApiError } from './ApiError';
import type { Identity } from './auth/Identity';
import type { RequestInfo } from './RequestInfo';

const BODY_LIMIT = 3 * 1024 * 1024;

/** One request, after authentication and authorisation. */
export interface ApiRequest {
  method: string;
  query: URLSearchParams;
  headers: IncomingMessage['headers'];
  info: RequestInfo;
  identity: Identity;
  body(): Promise<Buffer>;
}

/** Where an open-ended answer goes. */
export interface ResponseSink {
  /** False when the reader lags; bytes waiting are in `backlog`. */
  write(bytes: Buffer | string): boolean;
  end(): void;
  onClose(listener: () => void): void;
  readonly backlog: number;
}

export interface Reply {
  status: number;
  contentType?: string;
  headers?: Record<string, string>;
  /** A value is sent as JSON; bytes as they are; a function writes by itself. */
  body: ReplyBody;
}

export type ReplyBody =
  | { json: unknown }
  | { text: string }
  | { chunks: Iterable<Buffer> }
  | { stream: (sink: ResponseSink) => void };

export function jsonReply(status: number, json: unknown): Reply {
  return { status, body: { json } };
}

export function textReply(status: number, text: string): Reply {
  return {
    status,
    contentType: 'text/plain; charset=utf-8',
    body: { text },
  };
}

export function errorReply(error: ApiError): Reply {
  return {
    status: error.code,
    headers: error.headers,
    body: { json: error.status },
  };
}

export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > BODY_LIMIT) {
      throw new ApiError(
        413,
        'RequestEntityTooLarge',
        `Request entity too large: limit is ${BODY_LIMIT}`,
      );
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
