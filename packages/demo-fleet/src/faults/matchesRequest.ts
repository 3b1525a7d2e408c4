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

import type { RequestInfo } from '../api/RequestInfo';
import type { FaultMatch } from './FaultRule';

/** What a rule can see of a request. */
export interface FaultSubject {
  /** Path and query. */
  target: string;
  /** Undefined where the path cannot be read. */
  info?: RequestInfo;
  continued: boolean;
}

export function matchesRequest(
  match: FaultMatch | undefined,
  { target, info, continued }: FaultSubject,
): boolean {
  if (!match) return true;
  const { path, verbs, resource, group } = match;
  if (typeof path === 'string' && !target.startsWith(path)) return false;
  // `search` keeps no position between calls, also with the flags g and y.
  if (path instanceof RegExp && target.search(path) < 0) return false;
  if (verbs && !verbs.some(verb => verb === info?.verb)) return false;
  if (resource !== undefined && resource !== resourceName(info)) return false;
  if (group !== undefined && group !== info?.resource?.group) return false;
  return match.continued === undefined || match.continued === continued;
}

/** Plural with its subresource, as roles write it; empty without a resource. */
export function resourceName(info: RequestInfo | undefined): string {
  if (!info?.resource) return '';
  const { plural, subresource } = info.resource;
  return subresource ? `${plural}/${subresource}` : plural;
}
