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

export interface Identity {
  username: string;
  uid?: string;
  groups: string[];
}

export const ANONYMOUS: Identity = {
  username: 'system:anonymous',
  groups: ['system:unauthenticated'],
};

function person(username: string, ...groups: string[]): Identity {
  return {
    username,
    uid: `u-${username}`,
    groups: [...groups, 'system:authenticated'],
  };
}

/** The people that every demo cluster knows; a bearer token is given to each. */
export const demoIdentities = {
  /** May do everything. */
  admin: person('admin', 'system:masters'),
  /** Reads everything but secrets. */
  viewer: person('viewer', 'demo:viewers'),
  /** Discovery only. */
  nobody: person('nobody'),
};
