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
import { parseRequest, RequestInfo } from './RequestInfo';

/** A request as far as its first line tells. */
export interface RequestArrival {
  method: string;
  /** Path and query. */
  target: string;
  query: URLSearchParams;
  /** It asks for a page after the first. */
  continued: boolean;
  /** Undefined where the path cannot be read. */
  info?: RequestInfo;
}

export function readArrival({
  method = 'GET',
  url: target = '/',
}: IncomingMessage): RequestArrival {
  try {
    const url = new URL(target, 'https://cluster');
    const query = url.searchParams;
    return {
      method,
      target,
      query,
      continued: Boolean(query.get('continue')),
      info: parseRequest(method, url),
    };
  } catch {
    // No URL, or escapes in it that are none.
    const query = new URLSearchParams();
    return { method, target, query, continued: false };
  }
}
