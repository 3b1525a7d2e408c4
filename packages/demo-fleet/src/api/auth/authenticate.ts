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
import { ApiError, unauthorized } from '../ApiError';
import type { Authorizer } from './Authorizer';
import { ANONYMOUS, Identity } from './Identity';
import {
  serviceAccountGroups,
  ServiceAccountTokens,
} from './ServiceAccountTokens';

export interface AuthenticateOptions {
  /** Bearer tokens, and whom they stand for. */
  tokens: ReadonlyMap<string, Identity>;
  serviceAccounts: ServiceAccountTokens;
  authorizer: Authorizer;
}

const EXTRA = 'impersonate-extra-';
const AUTHENTICATION = 'authentication.k8s.io';

/** Who asks: the bearer of the token, or whom they impersonate. */
export function authenticate(
  headers: IncomingHttpHeaders,
  options: AuthenticateOptions,
): Identity {
  const caller = bearer(headers.authorization, options);
  const user = first(headers['impersonate-user']);
  const groups = list(headers['impersonate-group']);
  const uid = first(headers['impersonate-uid']);
  const extras = Object.keys(headers).filter(name => name.startsWith(EXTRA));
  if (!user) {
    if (groups.length === 0 && !uid && extras.length === 0) return caller;
    throw new ApiError(
      500,
      'InternalError',
      'Internal error occurred: impersonation requested without impersonating a user',
    );
  }
  const { authorizer } = options;
  const [, , namespace, account] = user.startsWith('system:serviceaccount:')
    ? user.split(':')
    : [];
  const verb = 'impersonate';
  authorizer.require(
    caller,
    namespace && account
      ? {
          verb,
          group: '',
          resource: 'serviceaccounts',
          name: account,
          namespace,
        }
      : { verb, group: '', resource: 'users', name: user },
  );
  for (const name of groups) {
    authorizer.require(caller, { verb, group: '', resource: 'groups', name });
  }
  if (uid) {
    authorizer.require(caller, {
      verb,
      group: AUTHENTICATION,
      resource: 'uids',
      name: uid,
    });
  }
  for (const extra of extras) {
    for (const name of list(headers[extra])) {
      authorizer.require(caller, {
        verb,
        group: AUTHENTICATION,
        resource: 'userextras',
        subresource: extra.slice(EXTRA.length),
        name,
      });
    }
  }
  const own =
    groups.length === 0 && namespace ? serviceAccountGroups(namespace) : groups;
  return {
    username: user,
    ...(uid && { uid }),
    groups: [...own, 'system:authenticated'],
  };
}

function bearer(
  header: string | undefined,
  { tokens, serviceAccounts }: AuthenticateOptions,
): Identity {
  if (!header) return ANONYMOUS;
  const [scheme, token = ''] = header.split(' ');
  if (scheme.toLowerCase() !== 'bearer') throw unauthorized();
  const identity = tokens.get(token) ?? serviceAccounts.verify(token);
  if (!identity) throw unauthorized();
  return identity;
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
