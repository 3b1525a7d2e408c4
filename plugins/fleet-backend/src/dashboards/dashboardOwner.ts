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

import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError, NotAllowedError } from '@backstage/errors';
import { DashboardCaller } from './DashboardCaller';

const OWNER = /^(user|group):[^\s:/]+\/[^\s:/]+$/;

/**
 * The owner that a caller gives to a dashboard: the caller when left out.
 *
 * @throws InputError when it is no user or group, NotAllowedError when it is neither the caller nor a group of the caller.
 */
export function dashboardOwner(
  owner: string | undefined,
  caller: DashboardCaller,
): string {
  if (owner === undefined) {
    if (caller.isPerson) return caller.ref.toLocaleLowerCase('en-US');
    throw new InputError('Wrong body: owner: a service has to name one');
  }
  const ref = normalize(owner);
  if (!caller.isAdmin && !caller.owners.includes(ref)) {
    throw new NotAllowedError(
      `The owner must be you or one of your groups; '${ref}' is neither`,
    );
  }
  return ref;
}

function normalize(owner: string): string {
  let ref: string | undefined;
  try {
    ref = stringifyEntityRef(parseEntityRef(owner));
  } catch {
    // Said below.
  }
  if (!ref || !OWNER.test(ref)) {
    throw new InputError(
      'Wrong body: owner: must be a user or a group, such as group:default/platform',
    );
  }
  return ref;
}
