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

import type { IncomingHttpHeaders } from 'node:http';
import { unauthorized } from '../ApiError';
import { Authorizer, forbidden } from './Authorizer';
import { ANONYMOUS, Identity } from './Identity';

export interface AuthenticateOptions {
  /** Bearer tokens, and whom they stand for. */
  tokens: ReadonlyMap<string, Identity>;
  authorizer: Authorizer;
}

/** Who asks: the bearer of the token, or whom they impersonate. */
export function authenticate(
  headers: IncomingHttpHeaders,
  options: AuthenticateOptions,
): Identity {
  const caller = bearer(headers.authorization, options.tokens);
  const user = first(headers['impersonate-user']);
  if (!user) return caller;
  const groups = list(headers['impersonate-group']);
  requireImpersonation(caller, 'users', user, options.authorizer);
  groups.forEach(group =>
    requireImpersonation(caller, 'groups', group, options.authorizer),
  );
  return { username: user, groups: [...groups, 'system:authenticated'] };
}

function bearer(
  header: string | undefined,
  tokens: ReadonlyMap<string, Identity>,
): Identity {
  if (!header) return ANONYMOUS;
  const [scheme, token] = header.split(' ');
  const identity =
    scheme.toLowerCase() === 'bearer' ? tokens.get(token) : undefined;
  if (!identity) throw unauthorized();
  return identity;
}

function requireImpersonation(
  caller: Identity,
  resource: string,
  name: string,
  authorizer: Authorizer,
): void {
  const wanted = { verb: 'impersonate', group: '', resource, name };
  if (!authorizer.allows(caller, wanted)) {
    throw forbidden(caller, wanted, undefined);
  }
}

function first(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}

function list(value: string | string[] | undefined): string[] {
  if (!value) return [];
  return Array.isArray(value)
    ? value
    : value.split(',').map(each => each.trim());
}
