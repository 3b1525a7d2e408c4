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

import { ClusterRequest } from './ClusterConnector';

/**
 * The path and query to send. Refuses what is not a plain absolute path, so that nobody's input can lead a request elsewhere.
 *
 * @throws TypeError when the path is not absolute or holds a query, a fragment, dots that go up, or blanks.
 */
export function requestPath(
  server: URL,
  path: string,
  query: ClusterRequest['query'],
): string {
  if (!/^\/[^\s?#\\]*$/.test(path) || goesElsewhere(path)) {
    throw new TypeError(`'${path}' is not a path of the Kubernetes API`);
  }
  const prefix = server.pathname.replace(/\/$/, '');
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined) {
      search.set(name, String(value));
    }
  }
  const text = search.toString();
  return `${prefix}${path}${text && `?${text}`}`;
}

function goesElsewhere(path: string): boolean {
  return path
    .slice(1)
    .split('/')
    .some(
      (segment, index, all) =>
        (segment === '' && index < all.length - 1) ||
        /^(\.|%2e){1,2}$/i.test(segment) ||
        /%(2f|5c|0[0-9a-f]|1[0-9a-f])/i.test(segment),
    );
}

const forbidden =
  /^(impersonate-|backstage-|authorization$|host$|connection$|:)/i;

/** @throws TypeError when a header would change on whose behalf a request is made, or where it goes. */
export function checkHeaders(headers: ClusterRequest['headers']): void {
  for (const name of Object.keys(headers ?? {})) {
    if (forbidden.test(name)) {
      throw new TypeError(`The header '${name}' may not be set`);
    }
  }
}
