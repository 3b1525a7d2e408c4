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

/** What a request is about, read from its method and path alone. */
export interface RequestInfo {
  verb: string;
  path: string;
  /** Set when the path names a resource of a group and version. */
  resource?: {
    group: string;
    version: string;
    plural: string;
    namespace?: string;
    name?: string;
    subresource?: string;
    /** What follows a subresource such as `proxy`. */
    rest: string[];
  };
}

const VERBS: Record<string, [object: string, collection: string]> = {
  GET: ['get', 'list'],
  HEAD: ['get', 'list'],
  POST: ['create', 'create'],
  PUT: ['update', 'update'],
  PATCH: ['patch', 'patch'],
  DELETE: ['delete', 'deletecollection'],
};

const NAMESPACE_SUBRESOURCES = ['status', 'finalize'];

export function parseRequest(method: string, url: URL): RequestInfo {
  const path = url.pathname;
  const parts = path.split('/').filter(Boolean).map(decodeURIComponent);
  const resource = parseResource(parts);
  if (!resource) {
    return { verb: method.toLowerCase(), path };
  }
  const [onObject, onCollection] = VERBS[method] ?? ['', ''];
  let verb = resource.name ? onObject : onCollection;
  if (verb === 'list' && isTrue(url.searchParams.get('watch'))) verb = 'watch';
  return { verb, path, resource };
}

export function isTrue(value: string | null): boolean {
  return value === '1' || value === 'true' || value === '';
}

function parseResource(parts: string[]): RequestInfo['resource'] {
  const prefix = { api: 2, apis: 3 }[parts[0]];
  if (!prefix || parts.length <= prefix) return undefined;
  const group = parts[0] === 'api' ? '' : parts[1];
  const version = parts[prefix - 1];
  const rest = parts.slice(prefix);
  if (
    rest[0] === 'namespaces' &&
    rest.length > 2 &&
    !(NAMESPACE_SUBRESOURCES.includes(rest[2]) && rest.length === 3)
  ) {
    const [, namespace, plural, name, subresource, ...tail] = rest;
    return { group, version, plural, namespace, name, subresource, rest: tail };
  }
  const [plural, name, subresource, ...tail] = rest;
  return { group, version, plural, name, subresource, rest: tail };
}
