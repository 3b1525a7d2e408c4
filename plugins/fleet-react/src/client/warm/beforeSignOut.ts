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
import { IdentityApi } from '@backstage/core-plugin-api';

const LONGEST_MS = 1_000;

/**
 * Does something before the user is signed out. Backstage has no event for it, and the tab leaves for another address right after, so it
 * has to happen within the call: this is the one instance that every plugin of the portal calls.
 */
export function beforeSignOut(
  identityApi: IdentityApi,
  work: () => Promise<void>,
): void {
  const signOut = identityApi.signOut.bind(identityApi);
  identityApi.signOut = async () => {
    // Whatever hangs or fails here, signing out must not.
    await Promise.race([
      work().catch(() => {}),
      new Promise(resolve => setTimeout(resolve, LONGEST_MS)),
    ]);
    await signOut();
  };
}
